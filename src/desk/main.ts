import { mount } from 'svelte'
import App from './App.svelte'
import { BASE, carriedBy, fileFrom } from './api/client.js'
import './desk.css'
import { saveFile } from './parts/save.js'
import { tell, tellProblem } from './state/notices.svelte.js'

const target = document.getElementById('desk')
if (!target) throw new Error('The page has no place for the desk.')

/** In the desk of static files the server runs in a worker of this tab, and links to its files are carried there too. */
async function withoutServer(): Promise<void> {
  const { startTab } = await import('../browser/desk-tab.js')
  const desk = await startTab(`${BASE}/`, `${BASE}/model/`)
  carriedBy((given, init) => desk.fetch(given instanceof URL ? given.href : given, init))
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[download]') : null
    if (!link?.href.startsWith(`${BASE}/api/`)) return
    event.preventDefault()
    fileFrom(link.href.slice(BASE.length)).then(
      ({ blob, name }) => saveFile(blob, name),
      (error: unknown) => tellProblem(error),
    )
  })
  void desk.kept.then((kept) => {
    if (kept === 'may-be-cleared')
      tell('The browser may clear this ledger when it needs room. Export what matters in the Library.')
  })
}

async function start(place: HTMLElement): Promise<void> {
  if (import.meta.env.MODE === 'tab') {
    try {
      await withoutServer()
    } catch (error) {
      const words = document.createElement('p')
      words.setAttribute('role', 'alert')
      words.className = 'refused'
      words.textContent = error instanceof Error ? error.message : String(error)
      place.append(words)
      return
    }
  }
  mount(App, { target: place })
}

void start(target)

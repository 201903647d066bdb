import { api, onSignInNeeded, Problem, type Schemas } from '../api/client.js'
import { tellProblem } from './notices.svelte.js'

let who = $state.raw<Schemas['Who'] | null>(null)
let problem = $state.raw<Problem | null>(null)

/** Who works here. */
export const session = {
  /** Null until the server has said so. */
  get who() {
    return who
  },
  get problem() {
    return problem
  },
  /** Whether somebody has to sign in first. */
  get isNeeded() {
    return who?.accounts === true && who.name === null
  },
  /** Asks the server who this is. */
  async ask(): Promise<void> {
    try {
      who = await api.session()
      problem = null
    } catch (error) {
      problem = error instanceof Problem ? error : new Problem('internal', String(error))
    }
  },
  /** @throws Problem */
  async signIn(name: string, password: string): Promise<void> {
    who = await api.signIn({ name, password })
  },
  async signOut(): Promise<void> {
    try {
      await api.signOut()
      // What was read, drafted and decided is of whoever goes: whoever signs in next in this tab begins anew.
      sessionStorage.clear()
      location.hash = ''
      location.reload()
    } catch (error) {
      tellProblem(error)
    }
  },
}

// A session that has run out shows with the next request.
onSignInNeeded(() => {
  if (who?.accounts) who = { ...who, name: null, role: null, by: null, expires: null }
})

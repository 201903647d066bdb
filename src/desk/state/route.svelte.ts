/** A view with what it shows: `#/search?q=road`. Every state of a view that a person would want back is in it. */
export interface Route {
  readonly view: string
  readonly id: string | null
  readonly params: URLSearchParams
}

/** What stands in the address; a stray % in it, of a link that was cut short, stands for itself. */
function decoded(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}

function routeFrom(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const [view = '', id] = path.split('/', 2)
  return { view: view || 'read', id: id ? decoded(id) : null, params: new URLSearchParams(query) }
}

let current = $state.raw(routeFrom(location.hash))

addEventListener('hashchange', () => {
  current = routeFrom(location.hash)
})

/** Where the desk is now. */
export const route = {
  get view() {
    return current.view
  },
  get id() {
    return current.id
  },
  get params() {
    return current.params
  },
}

/** Values of a query: none where undefined or empty, several where a list. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined | null>>

/** The link to a view. */
export function linkTo(view: string, id: string | null = null, query: Query = {}): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value as string | undefined | null]) {
      if (one !== undefined && one !== null && one !== '') params.append(name, one)
    }
  }
  const asked = params.toString()
  return `#/${view}${id === null ? '' : `/${encodeURIComponent(id)}`}${asked === '' ? '' : `?${asked}`}`
}

/**
 * Goes to a view. `replace`: the view is the same, and going back is to pass over this step; nothing is done where someone
 * has gone elsewhere meanwhile, which the address tells before `hashchange` does.
 */
export function go(link: string, { replace = false } = {}): void {
  if (link === location.hash) return
  if (replace) {
    const address = routeFrom(location.hash)
    if (address.view !== routeFrom(link).view || address.id !== current.id) return
    history.replaceState(null, '', link)
    current = routeFrom(link)
  } else location.hash = link
}

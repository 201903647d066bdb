/** A route as the app lists it: `/api/pages/:id`. */
interface Routed {
  readonly path: string
  readonly method: string
}

/**
 * Which methods a path takes, of those that answer it: for `Allow` (RFC 9110, 10.2.1). Empty: there is nothing at that
 * path. HEAD goes with GET.
 */
export function methodsOf(routes: readonly Routed[]): (path: string) => readonly string[] {
  let patterns: { readonly pattern: RegExp; readonly method: string }[] | null = null
  return (path) => {
    patterns ??= routes
      // Middleware stands before all methods and answers none by itself.
      .filter(({ method }) => method !== 'ALL')
      .map((route) => ({ pattern: patternOf(route.path), method: route.method }))
    const found = new Set(patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))
    return [...found].flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).sort()
  }
}

const patternOf = (path: string) =>
  new RegExp(`^${path.replace(/[.*+?^$()[\]\\]/g, '\\$&').replace(/:\w+/g, '[^/]+')}$`)

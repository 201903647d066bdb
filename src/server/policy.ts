/** What a browser may do with what it gets from here: nothing from elsewhere, no script in a page, no frame around it. */
const CONTENT = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
}

/**
 * The headers that every answer has, whatever it is (W3C Content Security Policy Level 3, Fetch's nosniff and CORP). Whether
 * it is served by TLS is for whatever serves it to say.
 */
export const DESK_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': Object.entries(CONTENT)
    .map((pair) => pair.join(' '))
    .join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

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

/** As a header has it (W3C Content Security Policy Level 3). */
export const CONTENT_POLICY: string = Object.entries(CONTENT)
  .map((pair) => pair.join(' '))
  .join('; ')

/**
 * The headers that every answer has, whatever it is (Fetch's nosniff and CORP among them). Whether
 * it is served by TLS is for whatever serves it to say.
 */
export const DESK_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

export type { Capture, Failure, Found, Skipped } from './capture.js'
export { captures, type SourceOptions } from './captures.js'
export { type Clock, Turns, type TurnsOptions } from './turns.js'
export { MAX_CAPTURE_BYTES, type WebOptions } from './web.js'

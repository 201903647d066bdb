export { createServer, openApiDocument, type Server, type ServerOptions } from './app.js'
export type { Got, Intake, Log, Logged, Parts, Reader, Taken, Upload } from './parts.js'

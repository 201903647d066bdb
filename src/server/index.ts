export type { AccessOptions, Accounts, UserRole } from './access/index.js'
export { createServer, openApiDocument, type Server, type ServerOptions } from './app.js'
export { mcpHandler } from './mcp/index.js'
export type { Got, Intake, Log, Logged, Parts, Reader, Taken, Upload } from './parts.js'

export * from './core/model/index.js'
export { read } from './core/reading/index.js'
export { VERSION } from './core/version.js'

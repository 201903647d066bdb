export * from './core/exports/index.js'
export * from './core/redaction/index.js'
export * from './core/score/index.js'

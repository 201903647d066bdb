export * from './core/exports/index.js'
export * from './core/score/index.js'

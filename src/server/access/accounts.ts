export * from '../../core/accounts/index.js'

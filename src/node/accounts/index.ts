export { type Passwords, type ScryptCost, scryptPasswords } from './passwords.js'
export { type AccountsOptions, KyselyAccounts, openAccounts } from './store.js'

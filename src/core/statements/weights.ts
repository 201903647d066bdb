const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** A weight's digit stands for its index in the alphabet less this: -31 to 31. */
const MIDDLE = 32

/**
 * Reads weights as the training scripts write them: one base64 digit a weight, -31 to 31. Six bits lose nothing that
 * shows on held-out documents, and make a source file a quarter smaller than bytes do.
 */
export function readWeights(digits: string): Int8Array {
  const value = new Int8Array(128)
  for (let i = 0; i < DIGITS.length; i++) value[DIGITS.charCodeAt(i)] = i - MIDDLE
  const weights = new Int8Array(digits.length)
  for (let i = 0; i < digits.length; i++) weights[i] = value[digits.charCodeAt(i)] as number
  return weights
}

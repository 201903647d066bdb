import { readFileSync } from 'node:fs'

let known: boolean | undefined

/**
 * Whether the processor multiplies bytes and sums them without overflow (VNNI), as onnxruntime then does. False where that
 * is not known: asked of Linux on x64 alone.
 */
export function multipliesBytes(): boolean {
  known ??= process.platform === 'linux' && process.arch === 'x64' && hasVnni()
  return known
}

function hasVnni(): boolean {
  try {
    const flags = /^flags\s*:(.*)$/m.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ?? ''
    return flags.split(' ').some((flag) => flag === 'avx512_vnni' || flag === 'avx_vnni')
  } catch {
    return false
  }
}

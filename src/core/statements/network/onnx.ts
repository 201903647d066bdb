import { OnrecordError } from '../../model/index.js'
import type { NetworkConfig } from './config.js'
import type { Graph, Tensor } from './graph.js'

/** What is used of an onnxruntime session; those of onnxruntime-node and onnxruntime-web both have it. */
export interface OnnxSession {
  run(
    feeds: Record<string, unknown>,
  ): Promise<Record<string, { readonly data: unknown; readonly dims: readonly number[] }>>
}

/**
 * How onnxruntime makes a session of a graph, wherever it runs: its layer norm that takes in the sum before it is slower
 * than the two by themselves, by a quarter of the second look's time.
 */
export const SESSION = {
  graphOptimizationLevel: 'all',
  extra: { optimization: { disable_specified_optimizers: 'SkipLayerNormFusion' } },
} as const

/** onnxruntime's `Tensor`. */
export type OnnxTensor = new (
  type: 'int32' | 'float32',
  data: Int32Array | Float32Array,
  dims: readonly number[],
) => unknown

/**
 * A graph that an onnxruntime session runs.
 *
 * @param file what to call it where it fails
 */
export function onnxGraph(session: OnnxSession, OrtTensor: OnnxTensor, file: string): Graph {
  return {
    async run(feeds) {
      const given: Record<string, unknown> = {}
      for (const [name, { type, data, dims }] of Object.entries(feeds)) given[name] = new OrtTensor(type, data, dims)
      try {
        const out: Record<string, Tensor> = {}
        for (const [name, { data, dims }] of Object.entries(await session.run(given))) {
          out[name] = { type: 'float32', data: data as Float32Array, dims }
        }
        return out
      } catch (cause) {
        throw brokenGraph(file, cause)
      }
    },
  }
}

/**
 * Sees that a file is the one that a model was made with.
 *
 * @param file what to call it where it is not
 * @param hash SHA-256 of its bytes, in hexadecimal
 * @throws OnrecordError `model-broken`
 */
export function checkFile(config: NetworkConfig, name: string, file: string, hash: string): void {
  if (config.files[name] !== hash) throw brokenGraph(file, new Error(`its SHA-256 is ${hash}`))
}

/** The error for a file that is no part of a model which this version runs. */
export function brokenGraph(file: string, cause: unknown): OnrecordError {
  return new OnrecordError(
    'model-broken',
    `${file} is no part of a statement model that this version runs. Install Onrecord again, or use the rules tagger.`,
    { cause },
  )
}

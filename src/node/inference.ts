import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type * as Ort from 'onnxruntime-common'
import { OnrecordError } from '../core/model/index.js'
import {
  brokenGraph,
  type Graph,
  type Network,
  networkTagger,
  type OnnxSession,
  type OnnxTensor,
  onnxGraph,
  type Preference,
  parseConfig,
  WordPiece,
} from '../core/statements/network/index.js'
import type { Tagger } from '../core/statements/tagger.js'

/** What runs the network: onnxruntime as a native library, or as WebAssembly. Both give the same statements. */
export const RUNTIMES = ['native', 'wasm'] as const

/** One of {@link RUNTIMES}. */
export type Runtime = (typeof RUNTIMES)[number]

/** Which model, and what runs it. */
export interface NetworkOptions {
  /** The folder of the model; the one that comes with Onrecord if not given. */
  readonly folder?: string
  /** `native` where onnxruntime-node is installed, `wasm` otherwise, if not given. */
  readonly runtime?: Runtime
  /** What to lean to; `balance` if not given. */
  readonly prefer?: Preference
  /** How many threads run the network; one for each core if not given. */
  readonly threads?: number
}

/** The part of onnxruntime that is used: the same in its two packages. */
type Onnx = Pick<typeof Ort, 'InferenceSession' | 'Tensor' | 'env'>

/**
 * The folder of the model that comes with Onrecord: `model/` of the package, which lies one folder above this module once
 * it is built, and two above it as it is written.
 */
function ownModel(): string {
  const [built, written] = ['../model/', '../../model/'].map((path) => fileURLToPath(new URL(path, import.meta.url)))
  return existsSync(join(built as string, 'config.json')) ? (built as string) : (written as string)
}

/**
 * The trained tagger, ready to run.
 *
 * @throws OnrecordError `model-missing`, `model-broken`
 */
export async function loadTagger(options: NetworkOptions = {}): Promise<Tagger> {
  return networkTagger(await loadNetwork(options), options.prefer)
}

/** The network behind {@link loadTagger}. */
async function loadNetwork({ folder = ownModel(), runtime, threads }: NetworkOptions = {}): Promise<Network> {
  const [onnx, config, vocabulary, encoder, look] = await Promise.all([
    onnxRuntime(runtime, threads),
    part(folder, 'config.json'),
    part(folder, 'vocab.txt'),
    part(folder, 'encoder.onnx'),
    part(folder, 'look.onnx'),
  ])
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
  return {
    config: parseConfig(text(config)),
    wordPiece: wordPieceOf(folder, text(vocabulary)),
    encoder: await graphOf(onnx, join(folder, 'encoder.onnx'), encoder, threads),
    look: await graphOf(onnx, join(folder, 'look.onnx'), look, threads),
  }
}

/** Optional, so that its types may be missing too: a name that the compiler does not look up. */
const NATIVE: string = 'onnxruntime-node'

async function onnxRuntime(runtime: Runtime | undefined, threads = availableParallelism()): Promise<Onnx> {
  if (runtime !== 'wasm') {
    try {
      return (await import(NATIVE)) as Onnx
    } catch (cause) {
      if (runtime === 'native') {
        throw new OnrecordError(
          'model-broken',
          'onnxruntime-node is not installed, or not for this machine. Install it, or leave the runtime open.',
          { cause },
        )
      }
    }
  }
  const wasm = await import('onnxruntime-web')
  wasm.env.wasm.numThreads = threads
  return wasm
}

async function part(folder: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(join(folder, name))
  } catch (cause) {
    throw new OnrecordError(
      'model-missing',
      `The statement model's ${name} cannot be read at ${folder}. Install Onrecord again, or use --tagger rules.`,
      { cause },
    )
  }
}

function wordPieceOf(folder: string, vocabulary: string): WordPiece {
  try {
    return new WordPiece(vocabulary)
  } catch (cause) {
    throw brokenGraph(join(folder, 'vocab.txt'), cause)
  }
}

async function graphOf(
  { InferenceSession, Tensor }: Onnx,
  file: string,
  bytes: Uint8Array,
  threads: number | undefined,
): Promise<Graph> {
  try {
    const session = await InferenceSession.create(bytes, {
      graphOptimizationLevel: 'all',
      ...(threads === undefined ? {} : { intraOpNumThreads: threads }),
    })
    return onnxGraph(session as OnnxSession, Tensor as unknown as OnnxTensor, file)
  } catch (cause) {
    throw brokenGraph(file, cause)
  }
}

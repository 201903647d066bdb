import { constants, existsSync } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
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
  SESSION,
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

/** The part of onnxruntime that is used: the same in its two packages, but that only the native one opens files itself. */
interface Onnx extends Pick<typeof Ort, 'InferenceSession' | 'Tensor' | 'env'> {
  readonly isNative: boolean
}

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
  const [onnx, config, vocabulary] = await Promise.all([
    onnxRuntime(runtime, threads),
    part(folder, 'config.json'),
    part(folder, 'vocab.txt'),
  ])
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
  return {
    config: parseConfig(text(config)),
    wordPiece: wordPieceOf(folder, text(vocabulary)),
    encoder: await graphOf(onnx, folder, 'encoder.onnx', threads),
    look: await graphOf(onnx, folder, 'look.onnx', threads),
  }
}

/** Optional, so that its types may be missing too: a name that the compiler does not look up. */
const NATIVE: string = 'onnxruntime-node'

async function onnxRuntime(runtime: Runtime | undefined, threads = availableParallelism()): Promise<Onnx> {
  if (runtime !== 'wasm') {
    try {
      return { ...((await import(NATIVE)) as Omit<Onnx, 'isNative'>), isNative: true }
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
  return { ...wasm, isNative: false }
}

async function part(folder: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(join(folder, name))
  } catch (cause) {
    throw missing(folder, name, cause)
  }
}

function missing(folder: string, name: string, cause: unknown): OnrecordError {
  return new OnrecordError(
    'model-missing',
    `The statement model's ${name} cannot be read at ${folder}. Install Onrecord again, or use --tagger rules.`,
    { cause },
  )
}

function wordPieceOf(folder: string, vocabulary: string): WordPiece {
  try {
    return new WordPiece(vocabulary)
  } catch (cause) {
    throw brokenGraph(join(folder, 'vocab.txt'), cause)
  }
}

async function graphOf(
  { InferenceSession, Tensor, isNative }: Onnx,
  folder: string,
  name: string,
  threads: number | undefined,
): Promise<Graph> {
  const file = join(folder, name)
  const options = {
    ...SESSION,
    ...(threads === undefined ? {} : { intraOpNumThreads: threads }),
  } as const
  // The native runtime is given the path: it needs no second copy of the weights.
  if (isNative) await readable(folder, name)
  const bytes = isNative ? null : await part(folder, name)
  try {
    const session = bytes ? await InferenceSession.create(bytes, options) : await InferenceSession.create(file, options)
    return onnxGraph(session as OnnxSession, Tensor as unknown as OnnxTensor, file)
  } catch (cause) {
    throw brokenGraph(file, cause)
  }
}

async function readable(folder: string, name: string): Promise<void> {
  try {
    await access(join(folder, name), constants.R_OK)
  } catch (cause) {
    throw missing(folder, name, cause)
  }
}

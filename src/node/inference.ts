import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import type * as Ort from 'onnxruntime-common'
import { OnrecordError } from '../core/model/index.js'
import {
  brokenGraph,
  checkFile,
  type Graph,
  type Network,
  type NetworkConfig,
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
import { multipliesBytes } from './processor.js'

/**
 * What runs the network: onnxruntime as a native library, or as WebAssembly. Both give the same statements; confidences may
 * differ in the third place.
 */
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
  /**
   * What the native runtime multiplies in the encoder; if not given, `integers` where the processor is made for it, which
   * take two thirds of the time. WebAssembly has floats alone.
   */
  readonly products?: 'floats' | 'integers'
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
async function loadNetwork(options: NetworkOptions = {}): Promise<Network> {
  const { folder = ownModel(), runtime, threads, products = multipliesBytes() ? 'integers' : 'floats' } = options
  const [onnx, written] = await Promise.all([onnxRuntime(runtime, threads), part(folder, 'config.json')])
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
  const config = parseConfig(text(written))
  const graph = (name: string) => graphOf(onnx, folder, config, name, threads)
  const vocabulary = await part(folder, 'vocab.txt')
  checkFile(config, 'vocab.txt', join(folder, 'vocab.txt'), sha256(vocabulary))
  const inIntegers = onnx.isNative && products === 'integers'
  // The weights of both graphs lie in the file of the first.
  if (inIntegers) await checkOnDisk(folder, config, 'encoder.onnx')
  return {
    config,
    wordPiece: wordPieceOf(folder, text(vocabulary)),
    encoder: await graph(inIntegers ? 'encoder-integers.onnx' : 'encoder.onnx'),
    look: await graph('look.onnx'),
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

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
  config: NetworkConfig,
  name: string,
  threads: number | undefined,
): Promise<Graph> {
  const file = join(folder, name)
  const options = {
    ...SESSION,
    ...(threads === undefined ? {} : { intraOpNumThreads: threads }),
  } as const
  // The native runtime is given the path: it needs no second copy of the weights.
  const bytes = isNative ? null : await part(folder, name)
  if (bytes) checkFile(config, name, file, sha256(bytes))
  else await checkOnDisk(folder, config, name)
  try {
    const session = bytes ? await InferenceSession.create(bytes, options) : await InferenceSession.create(file, options)
    return onnxGraph(session as OnnxSession, Tensor as unknown as OnnxTensor, file)
  } catch (cause) {
    throw brokenGraph(file, cause)
  }
}

/** {@link checkFile}, of a file that is not held in memory. */
async function checkOnDisk(folder: string, config: NetworkConfig, name: string): Promise<void> {
  const file = join(folder, name)
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash)
  } catch (cause) {
    throw missing(folder, name, cause)
  }
  checkFile(config, name, file, hash.digest('hex'))
}

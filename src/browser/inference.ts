import * as onnx from 'onnxruntime-web/wasm'
import { pageIdOf } from '../core/model/index.js'
import {
  brokenGraph,
  checkFile,
  type Graph,
  networkTagger,
  type OnnxSession,
  type OnnxTensor,
  onnxGraph,
  parseConfig,
  SESSION,
  WordPiece,
} from '../core/statements/network/index.js'
import type { Tagger } from '../core/statements/tagger.js'
import { modelFiles } from './model-files.js'

/**
 * The trained tagger of the model at an address, by onnxruntime's WebAssembly, ready to run.
 *
 * @param model the folder's address, with a `/` at its end
 * @returns null: there is no model at that address
 * @throws OnrecordError `model-missing`, `model-broken`
 */
export async function loadTagger(model: URL): Promise<Tagger | null> {
  const files = await modelFiles(model)
  if (files === null) return null
  const config = parseConfig(files.config)
  const checked = async (name: string): Promise<Uint8Array> => {
    const bytes = await files.file(name)
    checkFile(config, name, new URL(name, model).href, pageIdOf(bytes))
    return bytes
  }
  const wordPiece = wordPieceOf(model, new TextDecoder().decode(await checked('vocab.txt')))
  return networkTagger({
    config,
    wordPiece,
    encoder: await graphOf(await checked('encoder.onnx'), 'encoder.onnx'),
    look: await graphOf(await checked('look.onnx'), 'look.onnx'),
  })
}

function wordPieceOf(model: URL, vocabulary: string): WordPiece {
  try {
    return new WordPiece(vocabulary)
  } catch (cause) {
    throw brokenGraph(new URL('vocab.txt', model).href, cause)
  }
}

async function graphOf(bytes: Uint8Array, name: string): Promise<Graph> {
  try {
    const session = await onnx.InferenceSession.create(bytes, SESSION)
    return onnxGraph(session as OnnxSession, onnx.Tensor as unknown as OnnxTensor, name)
  } catch (cause) {
    throw brokenGraph(name, cause)
  }
}

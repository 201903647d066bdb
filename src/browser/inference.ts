import * as onnx from 'onnxruntime-web/wasm'
import {
  brokenGraph,
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
import { type ModelFiles, modelFiles } from './model-files.js'

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
  const wordPiece = wordPieceOf(model, new TextDecoder().decode(await files.file('vocab.txt')))
  return networkTagger({
    config,
    wordPiece,
    encoder: await graphOf(files, 'encoder.onnx'),
    look: await graphOf(files, 'look.onnx'),
  })
}

function wordPieceOf(model: URL, vocabulary: string): WordPiece {
  try {
    return new WordPiece(vocabulary)
  } catch (cause) {
    throw brokenGraph(new URL('vocab.txt', model).href, cause)
  }
}

async function graphOf(files: ModelFiles, name: string): Promise<Graph> {
  const bytes = await files.file(name)
  try {
    const session = await onnx.InferenceSession.create(bytes, SESSION)
    return onnxGraph(session as OnnxSession, onnx.Tensor as unknown as OnnxTensor, name)
  } catch (cause) {
    throw brokenGraph(name, cause)
  }
}

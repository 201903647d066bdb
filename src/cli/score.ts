import { score, scoreText } from '../core/score/index.js'
import { documentsAt, filesAt } from './documents.js'
import { fileOutput, keepInputs, standardOutput } from './output.js'

/** The flags of `onrecord score`. */
export interface ScoreOptions {
  readonly format: 'text' | 'json'
  /** How many examples of each mistake are shown. */
  readonly examples: number
  readonly output?: string
}

/** Scores the annotated texts at one path against those at another, and prints the figures. */
export async function scoreFiles(gold: string, predicted: string, options: ScoreOptions): Promise<number> {
  keepInputs(options.output, [gold, predicted].flatMap(filesAt))
  const result = score(documentsAt(gold), documentsAt(predicted))
  const output = options.output === undefined ? standardOutput() : fileOutput(options.output)
  try {
    await output.write(
      options.format === 'json' ? `${JSON.stringify(result, null, 2)}\n` : scoreText(result, options.examples),
    )
    output.finish()
  } catch (error) {
    output.discard()
    throw error
  }
  return 0
}

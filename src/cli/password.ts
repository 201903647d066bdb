import { StringDecoder } from 'node:string_decoder'
import { OnrecordError } from '../core/model/index.js'

/** Bytes that standard input may have before its first line ends: more than any password takes. */
const MOST = 16 * 1024

/**
 * A new password: asked for twice on a terminal, with nothing shown of what is typed; else the first line of standard input.
 * It is never taken from a flag, which the machine's other users may see.
 *
 * @throws OnrecordError `usage` where none is given or the two differ; `interrupted`
 */
export async function newPassword(name: string): Promise<string> {
  if (!process.stdin.isTTY) return firstLine(process.stdin)
  const [first = '', second] = await hidden([`Password for ${name}: `, 'The same again: '])
  if (first !== second) throw new OnrecordError('usage', 'The two passwords differ; nothing was changed. Try again.')
  return first
}

async function firstLine(input: NodeJS.ReadStream): Promise<string> {
  const decoder = new StringDecoder('utf8')
  let text = ''
  for await (const part of input) {
    text += decoder.write(part)
    if (text.includes('\n')) break
    if (text.length > MOST) throw new OnrecordError('usage', 'Standard input has no line that could be a password.')
  }
  const line = (text + decoder.end()).split('\n', 1)[0]?.replace(/\r$/, '') ?? ''
  if (line === '')
    throw new OnrecordError(
      'usage',
      'There is no password on standard input. Give it as the first line, or use a terminal.',
    )
  return line
}

/** Asks on the terminal and gives what is typed to each prompt, of which nothing is shown. */
function hidden(prompts: readonly string[]): Promise<string[]> {
  const { stdin, stderr } = process
  const decoder = new StringDecoder('utf8')
  const lines: string[] = []
  let typed = ''
  // Before the prompt: what is typed the moment that it stands there must not be shown either.
  stdin.setRawMode(true)
  stderr.write(prompts[0] ?? '')
  return new Promise((resolve, reject) => {
    const end = () => {
      stdin.off('data', read)
      stdin.off('end', gone)
      stdin.setRawMode(false)
      stdin.pause()
    }
    const gone = () => {
      end()
      reject(new OnrecordError('interrupted', 'The terminal went away; nothing was changed.'))
    }
    const read = (part: Buffer) => {
      for (const key of decoder.write(part)) {
        // What a terminal would do by itself, were it not told to keep still.
        if (key === '\r' || key === '\n') {
          lines.push(typed)
          typed = ''
          stderr.write(`\n${prompts[lines.length] ?? ''}`)
          if (lines.length < prompts.length) continue
          end()
          return resolve(lines)
        }
        if (key === '\u0003' || key === '\u0004') {
          stderr.write('\n')
          end()
          return reject(new OnrecordError('interrupted', 'Interrupted; nothing was changed.'))
        }
        if (key === '\u007f' || key === '\b') typed = [...typed].slice(0, -1).join('')
        else if (key === '\u0015') typed = ''
        else if (key >= ' ') typed += key
      }
    }
    stdin.on('data', read)
    stdin.once('end', gone)
  })
}

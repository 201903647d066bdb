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
  const first = await hidden(`Password for ${name}: `)
  if (first !== (await hidden('The same again: ')))
    throw new OnrecordError('usage', 'The two passwords differ; nothing was changed. Try again.')
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

/** A line typed on the terminal, of which nothing is shown. */
function hidden(prompt: string): Promise<string> {
  const { stdin, stderr } = process
  stderr.write(prompt)
  stdin.setRawMode(true)
  stdin.resume()
  const decoder = new StringDecoder('utf8')
  let typed = ''
  return new Promise((resolve, reject) => {
    const end = (finish: () => void) => {
      stdin.off('data', read)
      stdin.setRawMode(false)
      stdin.pause()
      stderr.write('\n')
      finish()
    }
    const read = (part: Buffer) => {
      const keys = [...decoder.write(part)]
      for (const [i, key] of keys.entries()) {
        // What a terminal would do by itself, were it not told to keep still.
        if (key === '\r' || key === '\n') {
          const rest = keys.slice(i + 1).join('')
          if (rest !== '') stdin.unshift(Buffer.from(rest))
          return end(() => resolve(typed))
        }
        if (key === '\u0003' || key === '\u0004')
          return end(() => reject(new OnrecordError('interrupted', 'Interrupted; nothing was changed.')))
        if (key === '\u007f' || key === '\b') typed = [...typed].slice(0, -1).join('')
        else if (key === '\u0015') typed = ''
        else if (key >= ' ') typed += key
      }
    }
    stdin.on('data', read)
  })
}

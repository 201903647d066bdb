import type { Fault } from '../fault.js'
import { docx } from './docx.js'
import { refused } from './refused.js'

export const zipBomb: Fault = {
  name: 'zip-bomb',
  what: 'A Word document of some KB that unpacks to 200 MB',
  isLong: true,
  meet: (scene) => refused(scene, 'bomb.docx', docx(`<w:t>${'a '.repeat(100_000_000)}</w:t>`), 'page-too-large'),
}

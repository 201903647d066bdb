import type { Fault } from '../fault.js'
import { docx } from './docx.js'
import { refused } from './refused.js'

/** Each entity is ten of the one before: the last is a thousand million of the first. */
const LAUGHS = `<!DOCTYPE w [<!ENTITY l0 "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')}]>`

export const entityBomb: Fault = {
  name: 'entity-bomb',
  what: 'A Word document whose XML has entities of entities of entities (a thousand million laughs)',
  meet: (scene) => refused(scene, 'laughs.docx', docx('<w:t>&l9;</w:t>', LAUGHS), 'page-unreadable'),
}

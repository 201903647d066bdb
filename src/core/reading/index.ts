import { type Block, OnrecordError, type Page, type Reading } from '../model/index.js'
import { VERSION } from '../version.js'
import { Ancestries } from './ancestry.js'
import { bodyScores, type Classifier, textBodyScores, unpackClassifier } from './classifier.js'
import { unitWords } from './features/index.js'
import { HTML, TEXT } from './generated/classifiers.js'
import { textUnits } from './lines.js'
import { readMarkup } from './markup.js'
import { findMeta, findTextMeta, marksOf } from './meta/index.js'
import { articleBlocks } from './roles/article.js'
import { giveRoles } from './roles/index.js'
import { statedBody } from './stated.js'
import { markupUnits, type Unit } from './unit.js'

export { toPage, toText } from './origin.js'
export { articleText } from './roles/index.js'

/** The two block classifiers the reader decides with. */
export interface Classifiers {
  readonly html: Classifier
  readonly text: Classifier
}

/** The shipped classifiers, each unpacked when a page of its kind first comes. */
const shipped: Classifiers = {
  get html() {
    return replace(this, 'html', unpackClassifier(HTML))
  },
  get text() {
    return replace(this, 'text', unpackClassifier(TEXT))
  },
}

function replace(classifiers: Classifiers, kind: keyof Classifiers, value: Classifier): Classifier {
  Object.defineProperty(classifiers, kind, { value })
  return value
}

/**
 * Reads a page: every visible word in order, in blocks with a role each, with the page's metadata. Pure, deterministic,
 * and linear in the page; no page, however broken, makes it fail.
 *
 * @throws OnrecordError `page-empty` where the page holds no visible character
 */
export function read(page: Page): Reading {
  return readWith(page, shipped)
}

/** {@link read} with other classifiers than the shipped ones: what cross-validation runs. */
export function readWith(page: Page, classifiers: Classifiers): Reading {
  const reading = page.kind === 'html' ? readHtml(page, classifiers.html) : readText(page, classifiers)
  if (reading.blocks.length === 0) {
    throw new OnrecordError(
      'page-empty',
      `The page has no visible text (${page.text.length} characters of source, ${reading.hidden.characters} of them hidden). ` +
        'If its text is put there by scripts, save the page from a browser and read the saved file.',
    )
  }
  return reading
}

function readHtml(page: Page, classifier: Classifier): Reading {
  const markup = readMarkup(page.text)
  const marks = marksOf(markup, page.url)
  const units = markupUnits(markup)
  const title = marks.title?.value ?? null
  const standfirst = marks.standfirst?.value ?? null
  const ancestries = new Ancestries(classifier.classes)
  const stated = statedBody(markup, unitWords)
  const scores = bodyScores(markup.text, units, { title, summary: standfirst, stated }, ancestries, classifier)
  const authors = marks.authors?.value ?? []
  const blocks = giveRoles(markup.text, units, scores, classifier.threshold, { title, standfirst, authors }, ancestries)
  return {
    page: page.id,
    url: page.url,
    text: markup.text,
    blocks,
    origin: markup.origin,
    meta: findMeta(markup, marks, blocks),
    hidden: markup.hidden,
    reader: READER,
  }
}

function readText(page: Page, classifiers: Classifiers): Reading {
  const { text } = page
  const units = textUnits(text)
  const blocks = page.kind === 'article' ? articleBlocks(text, units) : textBlocks(text, units, classifiers.text)
  return {
    page: page.id,
    url: page.url,
    text,
    blocks,
    origin: null,
    meta: findTextMeta(text, blocks),
    hidden: { scripts: 0, styles: 0, comments: 0, elements: 0, characters: 0 },
    reader: READER,
  }
}

function textBlocks(text: string, units: readonly Unit[], classifier: Classifier): Block[] {
  const ancestries = new Ancestries(classifier.classes)
  const marks = { title: null, summary: null, stated: null }
  const scores = textBodyScores(text, units, marks, ancestries, classifier)
  return giveRoles(
    text,
    units,
    scores,
    classifier.threshold,
    { title: null, standfirst: null, authors: [] },
    ancestries,
  )
}

const READER = `onrecord ${VERSION}`

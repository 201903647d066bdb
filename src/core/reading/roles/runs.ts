import { type Candidate, foldedWords } from './rule.js'

const RUN = 5

/** How many units of the body hold each run of five words, among those long enough to be, or to hold, a pull quote. */
export class WordRuns {
  private readonly holders = new Map<string, number>()
  private readonly ids = new Map<string, string>()

  constructor(candidates: readonly Candidate[]) {
    for (const c of candidates) {
      if (!c.isBody || c.words < RUN + 1) continue
      for (const run of new Set(this.runsOf(c.text))) this.holders.set(run, (this.holders.get(run) ?? 0) + 1)
    }
  }

  /** Whether nine in ten of a unit's runs stand in another unit, of the body. */
  isRepeated({ text, isBody }: Candidate): boolean {
    const runs = this.runsOf(text)
    if (runs.length < 2) return false
    const itself = isBody ? 1 : 0
    let again = 0
    for (const run of runs) if ((this.holders.get(run) ?? 0) > itself) again++
    return again >= runs.length * 0.9
  }

  /** Each word is one code unit, so that a run is a short string; past 65,536 different words they begin to be shared. */
  private runsOf(text: string): string[] {
    let coded = ''
    for (const word of foldedWords(text).split(' ')) {
      let id = this.ids.get(word)
      if (id === undefined) {
        id = String.fromCharCode(this.ids.size & 0xffff)
        this.ids.set(word, id)
      }
      coded += id
    }
    const runs: string[] = []
    for (let i = 0; i + RUN <= coded.length; i++) runs.push(coded.slice(i, i + RUN))
    return runs
  }
}

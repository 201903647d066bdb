import { expect } from 'vitest'
import type { Fault } from '../fault.js'

export const fewFiles: Fault = {
  name: 'few-files',
  what: 'The process may open only a few files (`ulimit -n`)',
  async meet(scene) {
    const pages = scene.pages(12)
    const add = (files: number) => scene.add(pages, { by: ['prlimit', `--nofile=${files}`] })
    const seen = scene.seen(await add(28), 'machine-limit', 11)
    expect(await scene.add(pages)).toMatchObject({ code: 0 })
    expect(await scene.kept()).toBe(12)
    return {
      seen: seen.replace(/open '.*?'/, "open 'FILE'"),
      kept: 'what was reported as added',
      goesOn: 'with the limit raised, the same command adds every page',
    }
  },
}

import { join } from 'node:path'
import { expect } from 'vitest'
import type { Fault } from '../fault.js'

export const workerEnds: Fault = {
  name: 'worker-ends',
  what: 'The thread that reads a page ends by itself, as when a library in it gives up',
  async meet(scene) {
    const pages = scene.pages(6)
    // Loaded in every thread: it ends the one that is given the fourth page.
    const end = scene.file(
      'end.mjs',
      `import { isMainThread, parentPort } from 'node:worker_threads'
       if (!isMainThread) {
         const on = parentPort.on.bind(parentPort)
         parentPort.on = (name, listen) =>
           on(name, (given) => {
             if (given?.options?.name.endsWith('0003.html')) process.exit(7)
             listen(given)
           })
       }`,
    )
    const stopped = await scene.add(pages, { env: { NODE_OPTIONS: `--import=${end}` } })
    expect(stopped).toMatchObject({ code: 0, stdout: expect.stringMatching(/^5 pages added[\s\S]*\n1 failed/) })
    const [line = ''] = stopped.stderr.split('\n')
    expect(line).toMatch(/\[internal\]$/)
    expect(await scene.kept()).toBe(5)
    expect(await scene.add(pages)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^1 page added/) })
    expect(await scene.kept()).toBe(6)
    return {
      seen: `${scene.failure(line.replace(join(pages, '0003.html'), 'PAGE'))}; exit 0, or 1 with \`--strict\``,
      kept: 'all other pages',
      goesOn: 'another thread reads the other pages; the same command tries that page again',
    }
  },
}

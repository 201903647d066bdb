import { copyFileSync, readFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Fault } from '../fault.js'
import { installed } from './installed.js'

export const brokenModel: Fault = {
  name: 'broken-model',
  what: 'A file of the statement model is cut off, has an altered byte, is another file, or is missing',
  isLong: true,
  async meet(scene) {
    const pages = scene.pages(2)
    const { program, model } = installed(scene)
    const encoder = join(model, 'encoder.onnx')
    const whole = scene.file('encoder.onnx', '')
    copyFileSync(encoder, whole)
    const add = () => scene.shell(`${process.execPath} ${program} add --ledger ${scene.ledger} ${pages}`)
    truncateSync(encoder, Math.floor(readFileSync(encoder).length / 2))
    const cut = scene.seen(await add(), 'model-broken', 7)
    const altered = readFileSync(whole)
    altered[altered.length >> 1] = (altered[altered.length >> 1] as number) ^ 1
    writeFileSync(encoder, altered)
    expect(scene.seen(await add(), 'model-broken', 7)).toBe(cut)
    copyFileSync(join(model, 'look.onnx'), encoder)
    expect(scene.seen(await add(), 'model-broken', 7)).toBe(cut)
    renameSync(encoder, `${encoder}.away`)
    const missing = scene.seen(await add(), 'model-missing', 7)
    copyFileSync(whole, encoder)
    expect(await add()).toMatchObject({ code: 0 })
    expect(await scene.kept()).toBe(2)
    return {
      seen: `${cut}; ${missing}`,
      kept: 'all that was there; no page is read by the rules instead, unless `--tagger rules` asks for them',
      goesOn: 'with the model mended, the same command adds every page',
    }
  },
}

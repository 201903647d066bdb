import { gzipSync } from 'node:zlib'
import type { Fault } from '../fault.js'
import { refused } from './refused.js'

export const gzipBomb: Fault = {
  name: 'gzip-bomb',
  what: 'A gzip file of 200 KB that unpacks to 200 MB',
  isLong: true,
  meet: (scene) => refused(scene, 'bomb.html.gz', gzipSync(Buffer.alloc(200_000_000, 'a ')), 'page-too-large'),
}

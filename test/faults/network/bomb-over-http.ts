import { gzipSync } from 'node:zlib'
import type { Fault } from '../fault.js'
import { fetched } from './fetched.js'
import { head, lyingServer } from './server.js'

export const bombOverHttp: Fault = {
  name: 'bomb-over-http',
  what: 'A server sends a few bytes that unpack to very many (a gzip bomb, packed twice)',
  async meet(scene) {
    const bomb = gzipSync(gzipSync(Buffer.alloc(200_000_000)))
    const address = await lyingServer(scene, (socket) => {
      socket.write(head('Content-Encoding: gzip, gzip', `Content-Length: ${bomb.length}`))
      socket.end(bomb)
    })
    return fetched(scene, address, 'fetch-too-large')
  },
}

import type { Fault } from '../fault.js'
import { fetched } from './fetched.js'
import { head, lyingServer } from './server.js'

export const wronglyPackedAnswer: Fault = {
  name: 'wrongly-packed-answer',
  what: 'A server says that the page is packed, and it is not',
  isLong: true,
  async meet(scene) {
    const address = await lyingServer(scene, (socket) => {
      socket.end(`${head('Content-Encoding: gzip', 'Connection: close')}<p>“It is packed,” the server said.</p>`)
    })
    return fetched(scene, address, 'fetch-failed')
  },
}

import type { Fault } from '../fault.js'
import { fetched } from './fetched.js'
import { head, lyingServer } from './server.js'

export const breakingOffServer: Fault = {
  name: 'breaking-off-server',
  what: 'A server says that the page is longer than what it sends',
  isLong: true,
  async meet(scene) {
    const address = await lyingServer(scene, (socket) => {
      socket.end(`${head('Content-Length: 50000')}<p>“It is all here,” the server said.</p>`)
    })
    return fetched(scene, address, 'fetch-failed')
  },
}

import type { Fault } from '../fault.js'
import { fetched } from './fetched.js'
import { head, lyingServer } from './server.js'

export const slowServer: Fault = {
  name: 'slow-server',
  what: 'A server sends a byte now and then, and never ends',
  async meet(scene) {
    const address = await lyingServer(scene, (socket) => {
      socket.write(head())
      const drip = setInterval(() => socket.write('<'), 100)
      socket.on('close', () => clearInterval(drip))
    })
    return fetched(scene, address, 'fetch-timeout', ['--timeout', '2'])
  },
}

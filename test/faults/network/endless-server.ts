import type { Fault } from '../fault.js'
import { fetched } from './fetched.js'
import { head, lyingServer } from './server.js'

export const endlessServer: Fault = {
  name: 'endless-server',
  what: 'A server sends as fast as it can, and never ends',
  isLong: true,
  async meet(scene) {
    const address = await lyingServer(scene, (socket) => {
      const chunk = '<p>More and more and more.</p>\n'.repeat(2_000)
      const pour = () => {
        while (socket.writable && socket.write(chunk)) {}
      }
      socket.on('drain', pour)
      socket.write(head())
      pour()
    })
    return fetched(scene, address, 'fetch-too-large', ['--max-bytes', '2000000'])
  },
}

import type { Fault } from '../fault.js'
import { fetched } from './fetched.js'
import { lyingServer } from './server.js'

export const noHttp: Fault = {
  name: 'no-http',
  what: 'What listens at the address does not speak HTTP',
  isLong: true,
  async meet(scene) {
    const address = await lyingServer(scene, (socket) => void socket.end('SSH-2.0-OpenSSH_9.2p1 Debian\r\n'))
    return fetched(scene, address, 'fetch-failed')
  },
}

import type { Fault } from '../fault.js'
import { fetched } from './fetched.js'
import { lyingServer } from './server.js'

export const redirectsInACircle: Fault = {
  name: 'redirects-in-a-circle',
  what: 'An address redirects in a circle',
  // A pause before each request, for the host's sake.
  isLong: true,
  async meet(scene) {
    const address = await lyingServer(scene, (socket, path) => {
      socket.end(`HTTP/1.1 302 Found\r\nLocation: ${path === '/' ? '/there' : '/'}\r\nContent-Length: 0\r\n\r\n`)
    })
    return fetched(scene, address, 'fetch-too-many-redirects')
  },
}

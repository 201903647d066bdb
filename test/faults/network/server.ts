import type { AddressInfo } from 'node:net'
import { createServer, type Socket } from 'node:net'
import type { Scene } from '../scene.js'

/**
 * A server on this machine that answers each request as it pleases, byte by byte; its address. What it says need be no
 * HTTP.
 */
export async function lyingServer(scene: Scene, answer: (socket: Socket, path: string) => void): Promise<string> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    // Whoever asked may have had enough.
    socket.on('error', () => {})
    socket.once('data', (request) => answer(socket, request.toString('latin1').split(' ')[1] ?? '/'))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  scene.later(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  scene.name(`127.0.0.1:${port}`, 'HOST')
  return `http://127.0.0.1:${port}/`
}

/** The beginning of an answer of success, with these headers. */
export const head = (...headers: readonly string[]): string =>
  `HTTP/1.1 200 OK\r\n${['Content-Type: text/html', ...headers].join('\r\n')}\r\n\r\n`

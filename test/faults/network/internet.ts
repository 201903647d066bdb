import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Room } from '../room.js'
import type { Scene } from '../scene.js'

/** Of the public internet; nobody else is asked there, for the rooms have no other network. */
const FAR = '93.184.216.34'
const NEAR = '93.184.216.35'

/** Whoever is on the other side of the wire: a name server, whose second answer is another, and a web server. */
const WORLD = `
  import { createSocket } from 'node:dgram'
  import { createServer } from 'node:http'
  const names = createSocket('udp4')
  let asked = 0
  names.on('message', (question, from) => {
    let end = 12
    while (question[end] !== 0) end += question[end] + 1
    const isA = question.readUInt16BE(end + 1) === 1
    const changes = question.toString('latin1').includes('changes')
    const address = isA && changes && asked++ > 0 ? [127, 0, 0, 1] : [${FAR.replaceAll('.', ',')}]
    const head = Buffer.from([question[0], question[1], 0x81, 0x80, 0, 1, 0, isA ? 1 : 0, 0, 0, 0, 0])
    const answer = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, ...address])
    names.send(Buffer.concat([head, question.subarray(12, end + 5), ...(isA ? [answer] : [])]), from.port, from.address)
  })
  names.bind(53, '${FAR}', () => {
    createServer((request, response) => {
      const to = { '/inside': 'http://127.0.0.1/', '/metadata': 'http://169.254.169.254/latest/', '/again': '/there' }[request.url]
      response.writeHead(to ? 302 : 200, to ? { location: to } : { 'content-type': 'text/html' })
      response.end(to ? '' : '<p>“It is a page like any other,” the server said.</p>')
    }).listen(80, '${FAR}', () => console.log('open'))
  })`

/** What listens in the room of the one who asks, and must not be asked. */
const INSIDE = `
  import { createServer } from 'node:http'
  createServer((request, response) => {
    console.log('asked')
    response.end('<p>“These are the keys of the house,” the server said.</p>')
  }).listen(80, '127.0.0.1', () => console.log('open'))`

/** A room with a network that leads to another one, in which a server has a public address. */
export interface Internet {
  readonly room: Room
  /** Whether anybody asked what listens inside the room. */
  wasInsideAsked(): boolean
}

export async function internet(scene: Scene): Promise<Internet> {
  const [near, far] = [await scene.room(), await scene.room()]
  near.run('ip', 'link', 'add', 'wire', 'type', 'veth', 'peer', 'name', 'wire', 'netns', far.holder)
  for (const [room, own] of [
    [near, NEAR],
    [far, FAR],
  ] as const) {
    room.run('ip', 'address', 'add', `${own}/24`, 'dev', 'wire')
    room.run('ip', 'link', 'set', 'wire', 'up')
  }
  near.run('mount', '--bind', scene.file('resolv.conf', `nameserver ${FAR}\n`), '/etc/resolv.conf')
  await serve(scene, far, WORLD, 'world.mjs')
  let isAsked = false
  const inside = await serve(scene, near, INSIDE, 'inside.mjs')
  inside.on('data', () => {
    isAsked = true
  })
  return { room: near, wasInsideAsked: () => isAsked }
}

async function serve(scene: Scene, room: Room, program: string, name: string): Promise<NodeJS.ReadableStream> {
  const [command, ...args] = [...room.entry, process.execPath, scene.file(name, program)]
  const child = spawn(command as string, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  scene.later(() => child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return child.stdout
}

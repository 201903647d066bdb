import { join } from 'node:path'
import pg from 'pg'
import type { Scene } from '../scene.js'

interface Server {
  readonly address: string
  crash(): Promise<void>
  restart(): Promise<void>
  stop(): Promise<void>
}

/** A PostgreSQL of a fault's own, to be stopped and started. */
export async function ownServer(scene: Scene): Promise<Server> {
  const { startPostgres } = await import(join(import.meta.dirname, '..', '..', '..', 'scripts', 'postgres.mjs'))
  const server: Server = await startPostgres()
  scene.later(() => server.stop())
  scene.name(new URL(server.address).host, 'HOST')
  return server
}

let count = 0

/** A new database of the server that tests share. */
export async function ownDatabase(scene: Scene): Promise<string> {
  const server = process.env.ONRECORD_TEST_POSTGRES as string
  const name = `fault_${process.pid}_${++count}`
  await ask(server, `create database ${name}`)
  scene.later(() => ask(server, `drop database ${name} with (force)`))
  const address = new URL(server)
  address.pathname = `/${name}`
  scene.name(address.host, 'HOST')
  scene.name(`/${name}`, '/onrecord')
  return address.href
}

/** Asks one thing over a connection of its own. */
export async function ask(address: string, question: string): Promise<void> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    await client.query(question)
  } finally {
    await client.end()
  }
}

import type { Readable, Writable } from 'node:stream'
import {
  isJSONRPCErrorResponse,
  isJSONRPCNotification,
  isJSONRPCRequest,
  isJSONRPCResultResponse,
  type JSONRPCMessage,
  parseJSONRPCMessage,
  type Transport,
} from '@modelcontextprotocol/server'
import type { ErrorCode } from '../core/model/index.js'
import { linesOf } from './lines.js'

/** Error codes of JSON-RPC 2.0. */
const PARSE_ERROR = -32700
const INVALID_REQUEST = -32600

/**
 * MCP's messages as lines of JSON. Unlike the SDK's own transport it answers a line that is no message or too long for
 * one, and goes on; and at the end of the input it first answers what was asked, so that `onrecord mcp < requests` works.
 */
export class JsonLines implements Transport {
  onclose?: () => void
  onerror?: (error: Error) => void
  onmessage?: (message: JSONRPCMessage) => void
  /** Settled when the connection is over. */
  readonly closed: Promise<void>

  readonly #input: Readable
  readonly #output: Writable
  readonly #maxBytes: number
  /** Ids of requests that are not answered yet. */
  readonly #open = new Set<string | number>()
  #atEnd = false
  #isClosed = false
  #settle: () => void = () => {}

  /** @param maxBytes the most bytes of one line */
  constructor(input: Readable, output: Writable, maxBytes: number) {
    this.#input = input
    this.#output = output
    this.#maxBytes = maxBytes
    this.closed = new Promise((resolve) => {
      this.#settle = resolve
    })
  }

  async start(): Promise<void> {
    // Whoever read the answers went away.
    this.#output.on('error', () => void this.close())
    void this.#readAll()
  }

  async send(message: JSONRPCMessage): Promise<void> {
    await this.#write(message)
    if ((isJSONRPCResultResponse(message) || isJSONRPCErrorResponse(message)) && message.id !== undefined)
      this.#answered(message.id)
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#input.destroy()
    this.onclose?.()
    this.#settle()
  }

  async #readAll(): Promise<void> {
    try {
      for await (const { bytes } of linesOf(this.#input, this.#maxBytes)) {
        if (bytes === null) {
          const message = `The message is larger than ${this.#maxBytes} bytes and was not read.`
          await this.#refuse(INVALID_REQUEST, message, null, 'page-too-large')
        } else await this.#take(bytes)
      }
    } catch (error) {
      // Closing breaks the reading off.
      if (!this.#isClosed) this.onerror?.(error instanceof Error ? error : new Error(String(error)))
    }
    this.#atEnd = true
    if (this.#open.size === 0) await this.close()
  }

  async #take(bytes: Buffer): Promise<void> {
    let value: unknown
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      if (text.trim() === '') return
      value = JSON.parse(text)
    } catch {
      // What exactly is wrong would be told in the words of the message, which nobody should find in a log.
      return this.#refuse(PARSE_ERROR, 'The line is not JSON in UTF-8.', null, 'usage')
    }
    let message: JSONRPCMessage
    try {
      message = parseJSONRPCMessage(value)
    } catch {
      return this.#refuse(INVALID_REQUEST, 'The line is no message of JSON-RPC 2.0.', idOf(value), 'usage')
    }
    if (isJSONRPCRequest(message)) this.#open.add(message.id)
    this.onmessage?.(message)
    if (isJSONRPCNotification(message) && message.method === 'notifications/cancelled') {
      const id = message.params?.requestId
      if (typeof id === 'string' || typeof id === 'number') this.#answered(id)
    }
  }

  #answered(id: string | number): void {
    this.#open.delete(id)
    if (this.#atEnd && this.#open.size === 0) void this.close()
  }

  #refuse(code: number, message: string, id: string | number | null, own: ErrorCode): Promise<void> {
    return this.#write({ jsonrpc: '2.0', id, error: { code, message: `${message} [${own}]` } })
  }

  /** Resolves when the line is written, also where nobody reads it any more: then the connection is closed. */
  #write(message: object): Promise<void> {
    if (this.#isClosed) return Promise.resolve()
    return new Promise((resolve) => {
      this.#output.write(`${JSON.stringify(message)}\n`, () => resolve())
    })
  }
}

function idOf(value: unknown): string | number | null {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : null
  return typeof id === 'string' || typeof id === 'number' ? id : null
}

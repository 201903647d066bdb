import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Ledger } from '../core/ledger/port.js'
import type { Logged } from '../server/parts.js'

/** What is counted of requests, and how it is told. */
export interface RequestMetrics {
  observe(logged: Logged): void
  /** In Prometheus' text format. */
  answer(): Promise<Response>
}

/** Seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** Metrics of the process, of requests by route and status, and of what the ledger holds. */
export function requestMetrics(ledger: Pick<Ledger, 'counts'>): RequestMetrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'onrecord_request_seconds',
    help: 'Seconds from a request to its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  })
  new Gauge({
    name: 'onrecord_ledger_items',
    help: 'What the ledger holds',
    labelNames: ['kind'],
    registers: [registry],
    async collect() {
      const { pages, statements, speakers } = await ledger.counts()
      for (const [kind, n] of Object.entries({ pages, statements, speakers })) this.set({ kind }, n)
    },
  })
  return {
    observe: ({ method, route, status, took }) =>
      seconds.observe({ method, route, status: String(status) }, took / 1000),
    answer: async () =>
      new Response(await registry.metrics(), {
        headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' },
      }),
  }
}

import { startDesk } from '../../src/composition/start-desk.ts'
import { readConfig } from '../../src/config.ts'
import { addParsingRoute } from './parsing-route.ts'

/**
 * The desk with what production has not: a batch limit of one's own, no limit on how often one agent may ask, and a
 * webhook that stores nothing.
 */
const config = readConfig(process.env)
const batchLimit = Number(process.env['BENCH_BATCH_LIMIT'])
const overrides = batchLimit > 0 ? { batchLimit } : {}
const desk = await startDesk({ ...config, requestsPerMinute: Number.MAX_SAFE_INTEGER }, overrides)
addParsingRoute(desk.app, config)
await desk.app.listen({ port: config.port, host: config.host })
process.once('SIGTERM', () => void desk.stop().then(() => process.exit()))

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SimulatedGateway } from './simulated-gateway.ts'

const ids = { uuid: () => 'provider-id', jitter: () => 0 }
let reports: Record<string, string>[]
let failReports: boolean
let errors: unknown[]
let gateway: SimulatedGateway

beforeEach(() => {
  vi.useFakeTimers()
  reports = []
  errors = []
  failReports = false
  gateway = new SimulatedGateway({
    ids,
    report: async (fields) => {
      reports.push(fields)
      if (failReports) throw new Error('no answer')
    },
    onError: (error) => errors.push(error),
  })
})

afterEach(() => {
  gateway.stop()
  vi.useRealTimers()
})

const send = (to: string) => gateway.send({ id: 'm1', from: '+12025550100', to, body: 'Hello' })
const travel = () => vi.advanceTimersByTimeAsync(60_000)

describe('SimulatedGateway', () => {
  it('takes a text and reports sent, then delivered', async () => {
    expect(await send('+12025550123')).toEqual({ kind: 'accepted', providerMessageId: 'provider-id' })
    expect(reports).toEqual([])
    await travel()
    expect(reports.map(({ status }) => status)).toEqual(['sent', 'delivered'])
    expect(reports[0]).toMatchObject({ id: 'provider-id', reference: 'm1', recipient: '12025550123' })
  })

  it.each([
    ['0199', ['sent', 'delivery_failed'], { statusReason: 'unknown subscriber', statusErrorCode: '1' }],
    ['0198', ['sent', 'delivery_failed'], { statusReason: 'absent subscriber', statusErrorCode: '27' }],
    ['0195', ['buffered', 'expired'], {}],
    ['0194', ['sent'], {}],
  ])('plays the fault of numbers that end in %s', async (ending, statuses, last) => {
    expect(await send(`+1202555${ending}`)).toMatchObject({ kind: 'accepted' })
    await travel()
    expect(reports.map(({ status }) => status)).toEqual(statuses)
    expect(reports.at(-1)).toMatchObject(last)
  })

  it.each([
    ['0197', { kind: 'rejected', reason: 'no-balance' }],
    ['0196', { kind: 'uncertain' }],
  ])('answers at once for numbers that end in %s', async (ending, outcome) => {
    expect(await send(`+1202555${ending}`)).toMatchObject(outcome)
    await travel()
    expect(reports).toEqual([])
  })

  it('goes on reporting when one report could not be delivered', async () => {
    failReports = true
    await send('+12025550123')
    await travel()
    expect(reports).toHaveLength(2)
    expect(errors).toHaveLength(2)
  })

  it('reports nothing once stopped', async () => {
    await send('+12025550123')
    gateway.stop()
    await travel()
    expect(reports).toEqual([])
  })
})

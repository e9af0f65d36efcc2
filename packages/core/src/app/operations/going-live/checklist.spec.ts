import { describe, expect, it } from 'vitest'
import type { AddressReading } from '../../../ports/platform/public-address.ts'
import { checklist } from './checklist.ts'
import { type GoingLive, type Step, stepIds } from './step.ts'

const NOW = Date.UTC(2026, 10, 22)
const URL = 'https://a1.example.org'

const live: GoingLive = {
  inbox: { number: '+12025550100', provider: 'messagebird' },
  publicUrl: URL,
  account: { kind: 'ok', balance: { amount: 12.5, unit: 'euros', payment: 'prepaid' } },
  address: { kind: 'arrives' },
  moved: null,
  firstTextAt: NOW,
  lastTakenAt: NOW,
  lastRefusal: null,
}

function step(id: Step['id'], facts: Partial<GoingLive> = {}): Step {
  const found = checklist({ ...live, ...facts }).find((one) => one.id === id)
  if (!found) throw new Error(`There is no step ${id}`)
  return found
}

describe('the checklist of a number', () => {
  it('has every step, each ok, on a number that is live', () => {
    const steps = checklist(live)
    expect(steps.map(({ id }) => id)).toEqual(stepIds)
    expect(steps.filter(({ state, cure }) => state !== 'ok' || cure !== null)).toEqual([])
  })

  it('says with everything that is not done what to do', () => {
    const address: AddressReading[] = [
      { kind: 'local' },
      { kind: 'elsewhere', status: 404 },
      { kind: 'redirects', status: 301 },
      ...(['unknown-host', 'refused', 'certificate', 'time-out', 'other'] as const).map((reason) => ({
        kind: 'unreachable' as const,
        reason,
      })),
    ]
    const troubled = [
      step('account', { account: null }),
      step('account', { account: { kind: 'refused' } }),
      step('account', { account: { kind: 'unreachable' } }),
      ...address.map((reading) => step('address', { address: reading })),
      step('first-text', { firstTextAt: null }),
      step('public-url', { moved: { at: NOW, origin: 'https://b2.example.org', path: '/webhook' } }),
    ]
    expect(troubled.filter(({ state, cure }) => state === 'ok' || cure === null)).toEqual([])
  })
})

describe('the account', () => {
  const account = (amount: number, payment: 'prepaid' | 'postpaid' = 'prepaid') =>
    step('account', { account: { kind: 'ok', balance: { amount, unit: 'credits', payment } } })

  it('shows its balance', () => {
    expect(account(12.5).sentence).toBe('The API key is accepted. Balance: 12.50 credits.')
  })

  it('is no good without money, unless it is paid by invoice', () => {
    expect(account(0).state).toBe('failed')
    expect(account(0, 'postpaid').state).toBe('ok')
  })
})

describe('the address', () => {
  it('that only this computer knows is what practice begins with, and wrong on a live number', () => {
    const address = { kind: 'local' } as const
    expect(step('address', { address }).state).toBe('failed')
    expect(step('address', { address, inbox: { number: null, provider: 'simulated' } }).state).toBe('waiting')
  })

  it('that moved is named beside the one that is configured', () => {
    const moved = { at: NOW, origin: 'https://b2.example.org', path: '/webhook' }
    expect(step('public-url', { moved })).toMatchObject({
      state: 'failed',
      at: NOW,
      sentence: 'Texts are arriving at https://b2.example.org/webhook, but PUBLIC_URL is https://a1.example.org.',
      cure: expect.stringContaining('PUBLIC_URL=https://b2.example.org'),
    })
  })
})

describe('a desk that nobody has touched', () => {
  it('has not one step done: that nothing came is no sign that all is well', () => {
    const untouched = { account: null, address: { kind: 'local' }, firstTextAt: null, lastTakenAt: null } as const
    const steps = checklist({ ...live, ...untouched, inbox: { number: null, provider: 'simulated' } })
    expect(steps.map(({ state }) => state)).toEqual(Array(5).fill('waiting'))
  })
})

describe('texts', () => {
  it('are waited for at the number, then known since when', () => {
    const waiting = step('first-text', { firstTextAt: null })
    expect([waiting.state, waiting.at]).toEqual(['waiting', null])
    expect(waiting.cure).toMatch(/^Text hello to \+12025550100\. .*published.*POST.*\/webhook/)
    expect(step('first-text').at).toBe(NOW)
  })

  it('that are refused show the cure, until one is taken', () => {
    const lastRefusal = { at: NOW, cure: 'Set the key.' }
    expect(step('refusals', { lastRefusal, lastTakenAt: NOW - 1 })).toMatchObject({
      state: 'failed',
      cure: 'Set the key.',
      at: NOW,
    })
    expect(step('refusals', { lastRefusal, lastTakenAt: null }).state).toBe('failed')
    expect(step('refusals', { lastRefusal, lastTakenAt: NOW + 1 })).toMatchObject({ state: 'ok', cure: 'Set the key.' })
  })
})

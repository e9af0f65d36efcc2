import { describe, expect, it } from 'vitest'
import { describeIds, describePasswordHasher, describeSecrets } from '../suites/helpers.suite.ts'
import { FakePasswordHasher } from './fake-password-hasher.ts'
import { FakeSecrets } from './fake-secrets.ts'
import { FakeSmsGateway } from './fake-sms-gateway.ts'
import { FixedClock, START } from './fixed-clock.ts'
import { SequentialIds } from './sequential-ids.ts'

describeIds('sequential', () => new SequentialIds())
describeSecrets('fake', () => new FakeSecrets())
describePasswordHasher('fake', () => new FakePasswordHasher())

describe('fixed clock', () => {
  it('stands still until it is moved', () => {
    const clock = new FixedClock()
    expect([clock.now(), clock.now()]).toEqual([START, START])
    expect(clock.advance(500)).toBe(START + 500)
    clock.set(7)
    expect(clock.now()).toBe(7)
  })
})

describe('fake gateway', () => {
  const text = { id: 'one', from: '+61491570156', to: '+12025550123', body: 'Hello' }

  it('remembers what was sent and follows its script, then accepts', async () => {
    const gateway = new FakeSmsGateway().answer({ kind: 'uncertain', reason: 'reset' }, ({ id }) => ({
      kind: 'accepted',
      providerMessageId: `of ${id}`,
    }))
    expect(await gateway.send(text)).toEqual({ kind: 'uncertain', reason: 'reset' })
    expect(await gateway.send(text)).toEqual({ kind: 'accepted', providerMessageId: 'of one' })
    expect(await gateway.send(text)).toEqual({ kind: 'accepted', providerMessageId: 'provider-3' })
    expect(gateway.sent).toEqual([text, text, text])
  })
})

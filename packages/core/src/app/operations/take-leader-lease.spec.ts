import { beforeEach, describe, expect, it } from 'vitest'
import { TestDesk } from '../../../testing/test-desk.ts'
import { LEADER_LEASE_MS, TakeLeaderLease } from './take-leader-lease.ts'

describe('taking turns', () => {
  let desk: TestDesk
  let one: TakeLeaderLease
  let other: TakeLeaderLease
  beforeEach(async () => {
    desk = await TestDesk.open()
    ;[one, other] = [new TakeLeaderLease(desk.deps), new TakeLeaderLease(desk.deps)]
  })

  it('stays with the server that has it for as long as that one asks for it', async () => {
    for (let round = 0; round < 20; round += 1) {
      expect([await one.execute(), await other.execute()]).toEqual([true, false])
      desk.clock.advance(LEADER_LEASE_MS / 4)
    }
  })

  it('passes to another a minute after its server was heard of the last time', async () => {
    await one.execute()
    desk.clock.advance(LEADER_LEASE_MS - 1)
    expect(await other.execute()).toBe(false)
    desk.clock.advance(1)
    expect([await other.execute(), await one.execute()]).toEqual([true, false])
  })
})

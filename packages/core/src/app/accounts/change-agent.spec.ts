import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { aPhone } from '../../../testing/builders.ts'
import { PASSWORD, PeopleDesk } from '../../../testing/people-desk.ts'
import { storeInbox, storeStranger } from '../../../testing/suites/scene.ts'
import { refusalOf } from '../../../testing/test-desk.ts'
import { isActiveOwner } from '../../domain/agent/agent.ts'
import type { NewTicket } from '../../domain/ticket/ticket.ts'
import { ChangeAgent, type ChangeAgentInput } from './change-agent.ts'
import { ChangeOwnPassword } from './change-own-password.ts'

let desk: PeopleDesk

beforeEach(async () => {
  desk = await PeopleDesk.open()
})

type Wish = Omit<ChangeAgentInput, 'agentId' | 'subjectId'>
const change = (subjectId: string, wish: Wish, agentId = desk.owner.id) =>
  new ChangeAgent(desk.deps).execute({ agentId, subjectId, ...wish })

async function assignTo(assigneeId: string, many: number, more: Partial<NewTicket> = {}): Promise<number[]> {
  const { unitOfWork } = desk.memory
  const inbox = await storeInbox(unitOfWork, { number: aPhone().value })
  const numbers: number[] = []
  for (let n = 0; n < many; n += 1) {
    numbers.push((await storeStranger(unitOfWork, inbox, { assigneeId, ...more })).number)
  }
  return numbers
}

const assignees = (numbers: number[]) =>
  desk.memory.unitOfWork.run(async ({ tickets }) => {
    const found = await Promise.all(numbers.map((number) => tickets.find(number)))
    return new Set(found.map((ticket) => ticket?.assigneeId))
  })

async function lineIn(number = 0) {
  const items = (await desk.memory.ticketQueries.timeline(number, null, 9))?.items ?? []
  return items.flatMap((item) => (item.type === 'activity' ? [item.activity] : [])).at(-1)
}

describe('ChangeAgent', () => {
  it('disables: the sessions end at once, and the password no longer opens anything', async () => {
    const token = await desk.signIn(desk.agent.email)
    const changed = await change(desk.agent.id, { disabled: true })
    expect(changed.disabledAt).toBe(desk.clock.now())
    expect(await desk.whoIs(token)).toBeNull()
    expect(await refusalOf(desk.signIn(desk.agent.email))).toBe('sign-in-refused')
    expect(desk.changes).toContainEqual({ kind: 'agent', agentId: desk.agent.id })
  })

  it('hands the tickets of who is disabled over, however many, with a line in each; closed ones stay theirs', async () => {
    const third = await desk.add({ ...desk.owner, id: 'third', email: 'third@example.com' })
    const tickets = await assignTo(desk.agent.id, 150)
    const done = await assignTo(desk.agent.id, 1, { status: 'closed', closedAt: 1 })
    await change(desk.agent.id, { disabled: true, ticketsTo: third.id })
    expect(await assignees(tickets)).toEqual(new Set([third.id]))
    expect(await assignees(done)).toEqual(new Set([desk.agent.id]))
    expect(await lineIn(tickets[149])).toMatchObject({ what: 'assigned', actorId: desk.owner.id, detail: third.id })
    await change(third.id, { disabled: true })
    expect(await assignees(tickets)).toEqual(new Set([null]))
    expect(await lineIn(tickets[149])).toMatchObject({ what: 'unassigned', actorId: desk.owner.id })
  })

  it('leaves the tickets of who is renamed or enabled', async () => {
    const tickets = await assignTo(desk.agent.id, 1)
    await change(desk.agent.id, { name: 'Anna', disabled: false })
    expect(await assignees(tickets)).toEqual(new Set([desk.agent.id]))
  })

  it('hands tickets only to somebody else who is there, and disables nobody otherwise', async () => {
    const gone = await desk.add({ ...desk.owner, id: 'gone', email: 'gert@example.com', disabledAt: 1 })
    const disable = (ticketsTo: string) => refusalOf(change(desk.agent.id, { disabled: true, ticketsTo }))
    expect(await disable(gone.id)).toBe('not-found')
    expect(await disable(desk.agent.id)).toBe('invalid-input')
    expect(await refusalOf(change(desk.agent.id, { ticketsTo: desk.owner.id }))).toBe('invalid-input')
    expect((await desk.find(desk.agent.id))?.disabledAt).toBeNull()
  })

  it('enables again: the password works, the old session does not', async () => {
    const token = await desk.signIn(desk.agent.email)
    await change(desk.agent.id, { disabled: true })
    await change(desk.agent.id, { disabled: false })
    expect(await desk.whoIs(token)).toBeNull()
    expect(await desk.whoIs(await desk.signIn(desk.agent.email))).toBe('Ana')
  })

  it('keeps the moment of the first disabling', async () => {
    const { disabledAt } = await change(desk.agent.id, { disabled: true })
    desk.clock.advance(1000)
    expect((await change(desk.agent.id, { disabled: true })).disabledAt).toBe(disabledAt)
  })

  it('renames and promotes without ending sessions, and writes down what really changed', async () => {
    const token = await desk.signIn(desk.agent.email)
    await change(desk.agent.id, { name: ' Anna ', role: 'owner' })
    await change(desk.agent.id, { name: 'Anna' })
    expect(await desk.whoIs(token)).toBe('Anna')
    expect(await desk.audited()).toEqual(['agent.signed-in', 'agent.renamed', 'agent.promoted'])
  })

  it('is for owners alone, and for agents that exist', async () => {
    expect(await refusalOf(change(desk.owner.id, { disabled: true }, desk.agent.id))).toBe('not-allowed')
    expect(await refusalOf(change(desk.agent.id, { role: 'owner' }, desk.agent.id))).toBe('not-allowed')
    expect(await refusalOf(change('nobody', { disabled: true }))).toBe('not-found')
  })

  it.each<Wish>([{ disabled: true }, { role: 'agent' }])('refuses to take the last owner away: %j', async (wish) => {
    await desk.add({ ...desk.owner, id: 'invited', email: 'ivo@example.com', passwordHash: null })
    await desk.add({ ...desk.owner, id: 'gone', email: 'gert@example.com', disabledAt: 1 })
    expect(await refusalOf(change(desk.owner.id, wish))).toBe('last-owner')
    await change(desk.agent.id, { role: 'owner' })
    expect(await refusalOf(change(desk.owner.id, wish))).toBe('done')
  })

  it('always leaves an owner who can sign in, whatever is asked in whatever order', async () => {
    const wish = fc.record(
      { role: fc.constantFrom('owner' as const, 'agent' as const), disabled: fc.boolean() },
      { requiredKeys: [] },
    )
    const ask = fc.tuple(fc.constantFrom('owner', 'agent', 'third'), fc.constantFrom('owner', 'agent', 'third'), wish)
    await fc.assert(
      fc.asyncProperty(fc.array(ask, { maxLength: 12 }), async (asks) => {
        desk = await PeopleDesk.open()
        const third = await desk.add({ ...desk.owner, id: 'third', email: 'third@example.com' })
        const idOf: Record<string, string> = { owner: desk.owner.id, agent: desk.agent.id, third: third.id }
        for (const [asker, subject, wished] of asks) await refusalOf(change(idOf[subject] ?? '', wished, idOf[asker]))
        expect((await desk.memory.deskQueries.listAgents()).some(isActiveOwner)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('ChangeOwnPassword', () => {
  const changePassword = (token: string, currentPassword: string) =>
    new ChangeOwnPassword(desk.deps).execute({
      agentId: desk.agent.id,
      sessionDigest: desk.deps.secrets.digest(token),
      deviceToken: null,
      currentPassword,
      newPassword: 'another long password',
    })

  it('ends the other sessions and keeps the one that asked', async () => {
    const [here, elsewhere] = [await desk.signIn(desk.agent.email), await desk.signIn(desk.agent.email)]
    const stranger = await desk.signIn(desk.owner.email)
    await changePassword(here, PASSWORD)
    expect(await desk.whoIs(here)).toBe('Ana')
    expect(await desk.whoIs(elsewhere)).toBeNull()
    expect(await desk.whoIs(stranger)).toBe('Olga')
    expect(await refusalOf(desk.signIn(desk.agent.email, PASSWORD))).toBe('sign-in-refused')
    expect(await refusalOf(desk.signIn(desk.agent.email, 'another long password'))).toBe('done')
  })

  it('asks for the current password', async () => {
    const here = await desk.signIn(desk.agent.email)
    expect(await refusalOf(changePassword(here, 'wrong'))).toBe('password-wrong')
    expect(await refusalOf(desk.signIn(desk.agent.email, PASSWORD))).toBe('done')
  })

  it('lets only one of two changes at the same moment through', async () => {
    const here = await desk.signIn(desk.agent.email)
    const refusals = await Promise.all([
      refusalOf(changePassword(here, PASSWORD)),
      refusalOf(changePassword(here, PASSWORD)),
    ])
    expect(refusals.sort()).toEqual(['done', 'password-wrong'])
  })
})

import type { TicketSummary } from '@textdesk/server/contract'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, ref } from 'vue'
import { useOutbox } from '../../entities/reply/outbox.ts'
import { useTicket } from '../../entities/ticket/use-timeline.ts'
import { ApiError } from '../../shared/api/api-error.ts'
import { deferred } from '../../shared/testing/deferred.ts'
import { type Answer, FakeDesk } from '../../shared/testing/fake-desk.ts'
import { inbound, ticket } from '../../shared/testing/items.ts'
import { type Mounted, mountInApp } from '../../shared/testing/mount-app.ts'
import { useUndo } from '../undo/undo.ts'
import { useTicketActions } from './use-ticket-actions.ts'

const TICKET = '/api/tickets/1'
const PAGE = `${TICKET}/messages?limit=50`
const ben = { id: 'a2', name: 'Ben' }
const refusal = (code: string, detail: string) => ({ status: 409, json: { code, detail } })

let desk: FakeDesk
let mounted: Mounted
let shown: () => TicketSummary | undefined
let actions: ReturnType<typeof useTicketActions>
const messages = ref([inbound({ seq: 1 })])

const Pane = defineComponent({
  setup: () => {
    const { data } = useTicket(1)
    shown = () => data.value
    actions = useTicketActions({ ticket: data, messages })
    return () => null
  },
})

describe('what an agent does with a ticket', () => {
  beforeEach(async () => {
    messages.value = [inbound({ seq: 1 })]
    desk = new FakeDesk()
    desk.answer('GET', TICKET, { status: 200, json: ticket() })
    desk.answer('GET', PAGE, { status: 200, json: { items: [], nextCursor: null } })
    for (const what of ['assignee', 'closure']) desk.answer('PUT', `${TICKET}/${what}`, { status: 204 })
    mounted = mountInApp(Pane, {})
    await flushPromises()
  })
  afterEach(() => {
    mounted.wrapper.unmount()
    vi.unstubAllGlobals()
  })

  it('says what was refused, also when the next thing was asked for at once and done', async () => {
    desk.answer('PUT', `${TICKET}/tags/VIP`, refusal('invalid-input', 'A tag is too long.'))
    void actions.addTag('VIP')
    void actions.assign(ben)
    await flushPromises()
    expect(actions.error.value).toMatchObject({ message: 'A tag is too long.' })
  })

  it('still says why it is not closed when what was asked for after that is done', async () => {
    const assigned = deferred<Answer>()
    desk.answer('PUT', `${TICKET}/closure`, refusal('newer-message', 'They wrote again.'))
    desk.answer('PUT', `${TICKET}/assignee`, assigned.promise)
    void actions.close()
    void actions.assign(ben)
    await flushPromises()
    messages.value = [inbound({ seq: 1 }), inbound({ seq: 2 })]
    assigned.resolve({ status: 204 })
    await flushPromises()
    expect(actions.crossed.value.map(({ id }) => id)).toEqual(['m2'])
  })

  it('tells who went on to another ticket what was refused', async () => {
    const closed = deferred<Answer>()
    desk.answer('PUT', `${TICKET}/closure`, closed.promise)
    void actions.close()
    await flushPromises()
    mounted.wrapper.unmount()
    closed.resolve(refusal('newer-message', 'They wrote again.'))
    await flushPromises()
    expect(useUndo().said).toBe('Ticket 1: They wrote again.')
  })

  it('closes after the reply that is on its way, and not where that is refused', async () => {
    const [first, second] = [deferred<string>(), deferred<string>()]
    const queued = { key: 'k1', ticket: 1, mode: 'reply' as const, body: 'Hi', seenMessageId: null, sendNow: false }
    const closings = () => desk.askedFor('PUT', `${TICKET}/closure`).length
    void useOutbox().inTurn(queued, () => first.promise)
    const closed = actions.close()
    await flushPromises()
    expect(closings()).toBe(0)
    first.resolve('stored')
    expect(await closed).toBe(true)
    expect(closings()).toBe(1)

    const refused = useOutbox().inTurn({ ...queued, key: 'k2' }, async () => {
      await second.promise
      throw new ApiError(409, 'contact-opted-out', 'This customer opted out.', null)
    })
    const notClosed = actions.close()
    second.resolve('')
    await expect(refused).rejects.toThrow()
    expect(await notClosed).toBe(false)
    expect(closings()).toBe(1)
    expect(actions.error.value).toMatchObject({ message: 'This customer opted out.' })
  })

  it('is undone on the desk, by the name it was asked under', async () => {
    await actions.close()
    const key = desk.askedFor('PUT', `${TICKET}/closure`)[0]?.headers['undo-key']
    desk.answer('DELETE', `${TICKET}/actions/${key}`, { status: 200, json: { changedSince: true } })
    expect(await useUndo().undoLast()).toBe(1)
    expect(useUndo().said).toBe('Undone: closed ticket 1. Somebody changed it meanwhile: that stays.')
  })

  it('says why it was not undone', async () => {
    await actions.assign(ben)
    const key = desk.askedFor('PUT', `${TICKET}/assignee`)[0]?.headers['undo-key']
    desk.answer('DELETE', `${TICKET}/actions/${key}`, refusal('ticket-changed', 'Somebody changed ticket 1 since.'))
    expect(await useUndo().undoLast()).toBeNull()
    expect(useUndo().error).toMatchObject({ message: 'Somebody changed ticket 1 since.' })
  })

  it('shows the change until the desk has answered, whatever is fetched meanwhile', async () => {
    const assigned = deferred<Answer>()
    desk.answer('PUT', `${TICKET}/assignee`, assigned.promise)
    void actions.assign(ben)
    await mounted.queries.invalidateQueries()
    expect(shown()?.assignee).toEqual(ben)
    assigned.resolve({ status: 204 })
    await flushPromises()
    expect(shown()?.assignee).toBeNull()
  })
})

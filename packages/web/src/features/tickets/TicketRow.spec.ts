import { describe, expect, it } from 'vitest'
import { ticket } from '../../shared/testing/items.ts'
import { mountInApp } from '../../shared/testing/mount-app.ts'
import { session } from '../../shared/testing/session.ts'
import TicketRow from './TicketRow.vue'

const body = 'Where is my parcel? The parcel from Łódź'
const props = { now: 0, to: '/inbox/all/24', isOpen: false, isTabStop: true, isSelected: false }

describe('the row of a ticket that a search found', () => {
  it('shows the line that holds the words, and marks them', () => {
    const hit = { messageId: 'm1', body, ranges: [[12, 18] as [number, number], [36, 40] as [number, number]] }
    const { wrapper } = mountInApp(TicketRow, { ...props, ticket: ticket({ number: 24, hit }), showsNumber: true })
    expect(wrapper.findAll('mark').map((mark) => mark.text())).toEqual(['parcel', 'Łódź'])
    expect(wrapper.text()).toContain(body)
    expect(wrapper.text()).toContain('#24')
    wrapper.unmount()
  })

  it('shows the last message where the words are not in a text', () => {
    const { wrapper } = mountInApp(TicketRow, { ...props, ticket: ticket({ number: 24 }), showsNumber: true })
    expect(wrapper.findAll('mark')).toEqual([])
    expect(wrapper.text()).toContain(ticket({}).lastMessage?.preview)
    wrapper.unmount()
  })
})

describe('the row of a ticket whose last text is ours', () => {
  const lastMessage = { direction: 'out', kind: 'sms', preview: 'On its way.', at: '2026-11-22T10:00:00.000Z' } as const
  const preview = (author: { id: string; name: string } | null, kind: 'sms' | 'auto' = 'sms') => {
    const written = ticket({ lastMessage: { ...lastMessage, kind, author } })
    const { wrapper } = mountInApp(TicketRow, { ...props, ticket: written })
    const text = wrapper.text().replaceAll('\u00A0', ' ')
    wrapper.unmount()
    return text
  }

  it('says "You" to who wrote it', () => {
    expect(preview({ id: session().agent.id, name: 'Ana' })).toContain('You: On its way.')
  })

  it('names a colleague who wrote it', () => {
    expect(preview({ id: 'somebody-else', name: 'Ben' })).toContain('Ben: On its way.')
    expect(preview({ id: 'somebody-else', name: 'Ben' })).not.toContain('You')
  })

  it('claims no writer where none is known', () => {
    expect(preview(null)).toContain('Sent: On its way.')
    expect(preview(null, 'auto')).toContain('Automatic: On its way.')
  })
})

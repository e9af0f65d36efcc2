import { describe, expect, it } from 'vitest'
import { ticket } from '../../shared/testing/items.ts'
import { mountInApp } from '../../shared/testing/mount-app.ts'
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

import { describe, expect, it } from 'vitest'
import { viewNames } from '../../entities/ticket/views.ts'
import { ticket } from '../../shared/testing/items.ts'
import { paletteItems, ticketItems } from './palette-items.ts'

const titles = (typed: string) => paletteItems(['next', 'tag', 'assignToMe', 'help'], typed).map(({ title }) => title)

describe('the palette', () => {
  it('offers what can be done now, by the name its key has', () => {
    expect(titles('')).toEqual(expect.arrayContaining(['Tag', 'Assign to me', 'Keyboard shortcuts']))
    expect(titles('')).not.toContain('Close and go to the next')
    expect(titles('')).not.toContain('Next ticket')
  })

  it('offers every view, also those without a key', () => {
    const places = paletteItems([], '').map(({ to }) => to)
    for (const name of viewNames) expect(places).toContain(`/inbox/${name}`)
  })

  it('finds by every word, in any order', () => {
    expect(titles('me assign')).toEqual(['Assign to me'])
    expect(titles('me zebra')).toEqual([])
  })

  it('names tickets by customer and number', () => {
    expect(ticketItems([ticket({ number: 7 })])).toMatchObject([
      { title: '+1 202 555 0101, ticket 7', detail: 'Where is my order?', to: '/inbox/all/7' },
    ])
  })
})

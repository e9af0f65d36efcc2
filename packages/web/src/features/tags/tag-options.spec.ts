import { describe, expect, it } from 'vitest'
import { tagOptions } from './tag-options.ts'

const known = ['Refund', 'Delivery', 'VIP', 'Late refund'].map((tag) => ({ tag, tickets: 1 }))
const offered = (typed: string, taken: string[] = []) =>
  tagOptions(known, typed, taken).map(({ tag, isNew }) => (isNew ? `new ${tag}` : tag))

describe('tagOptions', () => {
  it('offers the tags in use, most used first, before anything is typed', () => {
    expect(offered('')).toEqual(['Refund', 'Delivery', 'VIP', 'Late refund'])
  })

  it('puts those that start with the letters before those that hold them, and a new tag last', () => {
    expect(offered('ref')).toEqual(['Refund', 'Late refund', 'new ref'])
  })

  it('makes no second tag of another spelling', () => {
    expect(offered(' vip ')).toEqual(['VIP'])
    expect(offered('vip', ['VIP'])).toEqual([])
  })

  it('leaves out what the ticket has', () => {
    expect(offered('', ['refund', 'VIP'])).toEqual(['Delivery', 'Late refund'])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAddress } from './parse-address.ts'

describe('parseAddress', () => {
  it.each([
    ['+12025550123', 'phone', '+12025550123'],
    ['12025550123', 'phone', '+12025550123'],
    [' 61491570156', 'phone', '+61491570156'],
    ['+61 491 570 156', 'phone', '+61491570156'],
    ['(1) 202-555.0123', 'phone', '+12025550123'],
    ['0061491570156', 'phone', '+61491570156'],
    ['99912345678', 'phone', '+99912345678'],
    ['6834000', 'phone', '+6834000'],
    ['1234567', 'short-code', '1234567'],
    ['0202555', 'short-code', '0202555'],
    ['0612345678', 'short-code', '0612345678'],
    ['1234567890123456', 'short-code', '1234567890123456'],
    ['47711', 'short-code', '47711'],
    ['+123', 'short-code', '123'],
    ['TextShop', 'name', 'TextShop'],
    [' Bike 4 You ', 'name', 'Bike 4 You'],
    ['1-800-TEXTS', 'name', '1-800-TEXTS'],
    ['()', 'name', '()'],
  ])('reads %j as a %s', (raw, kind, value) => {
    expect(parseAddress(raw)).toEqual({ kind, value })
  })

  it('cuts what is far too long', () => {
    expect(parseAddress('n'.repeat(100_000))).toEqual({ kind: 'name', value: 'n'.repeat(64) })
    expect(parseAddress('7'.repeat(100_000))).toEqual({ kind: 'short-code', value: '7'.repeat(64) })
  })

  it('calls nothing a phone that is not E.164, and never throws', () => {
    const digits = fc.stringMatching(/^[+ ]?[0-9]{1,20}$/)
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), digits), (raw) => {
        const { kind, value } = parseAddress(raw)
        if (kind === 'phone') expect(value).toMatch(/^\+[1-9]\d{6,14}$/)
        if (kind === 'short-code') expect(value).toMatch(/^\d+$/)
      }),
      { numRuns: 2_000 },
    )
  })

  it('reads its own answer the same way', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+?[0-9]{3,16}$/), (raw) => {
        const address = parseAddress(raw)
        expect(parseAddress(address.value)).toEqual(address)
      }),
    )
  })
})

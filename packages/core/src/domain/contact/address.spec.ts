import { describe, expect, it } from 'vitest'
import { isAnswerable } from './address.ts'

describe('isAnswerable', () => {
  it('is true for phones alone', () => {
    expect(isAnswerable({ kind: 'phone', value: '+12025550101' })).toBe(true)
    expect(isAnswerable({ kind: 'short-code', value: '12345' })).toBe(false)
    expect(isAnswerable({ kind: 'name', value: 'ACME' })).toBe(false)
  })
})

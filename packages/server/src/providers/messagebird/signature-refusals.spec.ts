import { describe, expect, it } from 'vitest'
import { describeRefusal } from './signature-refusals.ts'

const url = 'https://desk.example/webhooks/messagebird?originator=12025550123'

describe('describeRefusal', () => {
  it('names the cure', () => {
    expect(describeRefusal('expired', { url })).toContain('clock')
    expect(describeRefusal('wrong-key', { url })).toContain('not the API key')
    expect(describeRefusal('url-differs', { url })).toContain('https://desk.example/webhooks/messagebird.')
  })

  it('repeats no phone number out of a query', () => {
    expect(describeRefusal('url-differs', { url })).not.toContain('12025550123')
  })
})

import { describe, expect, it } from 'vitest'
import { activity } from '../../shared/testing/items.ts'
import { mountInApp } from '../../shared/testing/mount-app.ts'
import { clockTime, fullTime } from '../../shared/time/format-time.ts'
import ActivityLine from './ActivityLine.vue'

const AT = '2026-11-22T02:58:00.000Z'
const A_DAY_LATER = '2026-11-23T02:58:00.000Z'
const ana = { id: 'a1', name: 'Ana' }

function words(given: Parameters<typeof activity>[0]): string {
  const { wrapper } = mountInApp(ActivityLine, { activity: activity({ at: AT, ...given }) })
  const text = wrapper.text().replaceAll(/[\u2068\u2069]/g, '')
  wrapper.unmount()
  return text
}

describe('a line of activity', () => {
  it('tells its own time before a sentence that may end in another', () => {
    expect(words({ what: 'snoozed', actor: ana, detail: A_DAY_LATER })).toBe(
      `${clockTime(AT)} Snoozed by Ana until ${fullTime(A_DAY_LATER)}`,
    )
  })

  it('tells it so of whatever happened', () => {
    expect(words({ what: 'closed', actor: ana })).toBe(`${clockTime(AT)} Closed by Ana`)
    expect(words({ what: 'moved-to', actor: ana, detail: '7' })).toBe(`${clockTime(AT)} Ana moved texts to ticket 7`)
  })
})

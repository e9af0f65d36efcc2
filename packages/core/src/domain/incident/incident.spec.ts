import { describe, expect, it } from 'vitest'
import { type Incident, noteTelling, openIncident, resolveIncident } from './incident.ts'

const NOW = Date.UTC(2026, 10, 22)
const HOUR = 3_600_000
const fresh = () => openIncident({ id: 'id', kind: 'silence', subject: '', sentence: 'Silent.' }, NOW)

describe('an incident', () => {
  it('is to be told of at once, and once', () => {
    expect(fresh().notice).toEqual({ about: 'open', attempts: 0, nextAttemptAt: NOW })
    expect(noteTelling(fresh(), 'open', true, NOW + 1)).toMatchObject({ toldAt: NOW + 1, notice: null })
  })

  it('is told of again when it is over', () => {
    const over = resolveIncident(noteTelling(fresh(), 'open', true, NOW), NOW + HOUR)
    expect(over).toMatchObject({ resolvedAt: NOW + HOUR, notice: { about: 'resolved', nextAttemptAt: NOW + HOUR } })
    expect(noteTelling(over, 'resolved', true, NOW + HOUR).notice).toBeNull()
  })

  it('that is over before anybody heard of it is not told at all', () => {
    const over = resolveIncident(fresh(), NOW + HOUR)
    expect(over.notice).toBeNull()
    expect(noteTelling(over, 'open', false, NOW + HOUR)).toBe(over)
  })

  it('that ended while its beginning was being told is told to be over too', () => {
    const over = resolveIncident(fresh(), NOW + 5)
    expect(noteTelling(over, 'open', true, NOW + 9)).toMatchObject({
      toldAt: NOW + 9,
      notice: { about: 'resolved', attempts: 0, nextAttemptAt: NOW + 9 },
    })
  })

  it('is told of later and later while nobody listens, for about a day', () => {
    const waits: number[] = []
    let incident: Incident = fresh()
    let now = NOW
    while (incident.notice) {
      now = incident.notice.nextAttemptAt
      incident = noteTelling(incident, 'open', false, now)
      if (incident.notice) waits.push((incident.notice.nextAttemptAt - now) / 1_000)
    }
    expect(waits.slice(0, 6)).toEqual([30, 120, 600, 1_800, 3_600, 3_600])
    expect((now - NOW) / HOUR).toBeGreaterThan(22)
    expect((now - NOW) / HOUR).toBeLessThan(24)
    expect(incident.toldAt).toBeNull()
  })
})

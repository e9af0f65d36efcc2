import { describe, expect, it } from 'vitest'
import type { Incident } from '../../src/domain/incident/incident.ts'
import { anIncident } from '../builders.ts'
import { START } from '../fakes/fixed-clock.ts'
import { type OpenDesk, useDesk } from './desk-subject.ts'

export function describeIncidentRepository(open: OpenDesk): void {
  describe('incidents', () => {
    const desk = useDesk(open)
    const add = (incident: Incident) => desk.run(({ incidents }) => incidents.add(incident))
    const save = (incident: Incident) => desk.run(({ incidents }) => incidents.save(incident))
    const find = (id: string) => desk.run(({ incidents }) => incidents.find(id))

    it('keep every field', async () => {
      const bare = anIncident({ notice: null })
      const told = anIncident({
        kind: 'number-paused',
        subject: 'inbox',
        toldAt: START + 1,
        resolvedAt: START + 2,
        notice: { about: 'resolved', attempts: 3, nextAttemptAt: START + 4 },
      })
      expect([await add(bare), await add(told)]).toEqual([true, true])
      expect([await find(bare.id), await find(told.id), await find('none')]).toEqual([bare, told, null])
    })

    it('are open once for each kind and subject, until that one is over', async () => {
      const [first, again] = [anIncident(), anIncident()]
      expect([await add(first), await add(again), await add(anIncident({ subject: 'inbox' }))]).toEqual([
        true,
        false,
        true,
      ])
      await save({ ...first, resolvedAt: START + 1 })
      expect(await add(again)).toBe(true)
    })

    it('are listed while open, oldest first', async () => {
      const late = anIncident({ openedAt: START + 2 })
      const early = anIncident({ openedAt: START + 1, subject: 'inbox' })
      const over = anIncident({ resolvedAt: START + 3, subject: 'other' })
      for (const incident of [late, early, over]) await add(incident)
      expect(await desk.run(({ incidents }) => incidents.listOpen())).toEqual([early, late])
      expect(await desk.system.listOpenIncidents()).toEqual([early, late])
    })

    it('are untold while a notice is due, open or over', async () => {
      const notice = (nextAttemptAt: number) => ({ about: 'open' as const, attempts: 0, nextAttemptAt })
      const due = anIncident({ subject: 'a', notice: notice(START + 5) })
      const overdue = anIncident({ subject: 'b', notice: notice(START + 4), resolvedAt: START })
      const later = anIncident({ subject: 'c', notice: notice(START + 6) })
      for (const incident of [due, overdue, later, anIncident({ subject: 'd', notice: null })]) await add(incident)
      expect(await desk.run(({ incidents }) => incidents.listUntold(START + 5))).toEqual([overdue, due])
    })

    it('are forgotten when they have been over for long', async () => {
      const old = anIncident({ subject: 'a', resolvedAt: START + 4 })
      const recent = anIncident({ subject: 'b', resolvedAt: START + 5 })
      const lasting = anIncident({ subject: 'c' })
      for (const incident of [old, recent, lasting]) await add(incident)
      await desk.run(({ incidents }) => incidents.forgetResolved(START + 5))
      expect([await find(old.id), await find(recent.id), await find(lasting.id)]).toEqual([null, recent, lasting])
    })

    it('cannot be saved before they were added', async () => {
      await expect(save(anIncident())).rejects.toThrow()
    })
  })
}

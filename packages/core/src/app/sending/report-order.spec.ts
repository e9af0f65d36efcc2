import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  afterReport,
  afterSend,
  DISPATCHING,
  highestState,
  REPORTED_STATES,
  runSteps,
  SEND_OUTCOMES,
  tryEveryReportOrder,
} from '../../../testing/report-orders.ts'
import { leaseOver } from '../../domain/delivery/delivery.ts'

describe('reports in any order, crossed with the outcome of the send', () => {
  it('end in the maximum rank: every ordering of every subset, doubled, the send returning at any point', () => {
    const { cases, wrong } = tryEveryReportOrder()
    expect(wrong).toEqual([])
    expect(cases).toBeGreaterThan(300_000)
  })

  it('end so too however the doubles are shuffled, and when the lease ran out meanwhile', () => {
    const reports = fc.subarray([...REPORTED_STATES, ...REPORTED_STATES])
    const outcomes = fc.constantFrom(...SEND_OUTCOMES)
    fc.assert(
      fc.property(reports, outcomes, fc.infiniteStream(fc.nat()), (states, [outcome, means], dice) => {
        const steps = shuffled([...states.map(afterReport), afterSend(outcome)], dice)
        const lost = leaseOver(DISPATCHING, 60_000)
        expect(runSteps(DISPATCHING, steps).state).toBe(highestState([...states, means]))
        expect(runSteps(lost, steps).state).toBe(highestState([...states, means, 'uncertain']))
      }),
    )
  })
})

function shuffled<T>(items: readonly T[], dice: Iterator<number>): T[] {
  const rest = [...items]
  return items.flatMap(() => rest.splice(Number(dice.next().value) % rest.length, 1))
}

import { accountStep } from './account-step.ts'
import { addressStep } from './address-step.ts'
import type { GoingLive, Step } from './step.ts'
import { firstTextStep, publicUrlStep, refusalsStep } from './webhook-steps.ts'

/** What a number needs to be live, in the order in which one sees to it. */
export function checklist(facts: GoingLive): Step[] {
  return [accountStep(facts), addressStep(facts), publicUrlStep(facts), firstTextStep(facts), refusalsStep(facts)]
}

import { isPractice } from '../../../domain/inbox/inbox.ts'
import type { GoingLive, Step } from './step.ts'

const AFTER_FIRST = 'It is checked when the first text comes.'

type Heard = Pick<GoingLive, 'firstTextAt' | 'lastTakenAt' | 'lastRefusal'>

/** Whether the provider calls the address that the desk believes to have. */
export function publicUrlStep({ moved, publicUrl, ...heard }: Pick<GoingLive, 'moved' | 'publicUrl'> & Heard): Step {
  const id = 'public-url'
  if (moved === null && isUntouched(heard)) {
    return { id, state: 'waiting', sentence: 'Nothing has come to any address yet.', cure: AFTER_FIRST, at: null }
  }
  if (moved === null) {
    return { id, state: 'ok', sentence: `No text came to another address than ${publicUrl}.`, cure: null, at: null }
  }
  return {
    id,
    state: 'failed',
    sentence: `Texts are arriving at ${moved.origin}${moved.path}, but PUBLIC_URL is ${publicUrl}.`,
    cure: `Set PUBLIC_URL=${moved.origin} and start the desk again, or enter ${publicUrl}/webhook in your flow and publish it.`,
    at: moved.at,
  }
}

export function firstTextStep({ inbox, firstTextAt }: Pick<GoingLive, 'inbox' | 'firstTextAt'>): Step {
  const id = 'first-text'
  if (firstTextAt !== null) {
    return { id, state: 'ok', sentence: 'The first text has arrived.', cure: null, at: firstTextAt }
  }
  const number = inbox.number ?? 'your number'
  const cure = isPractice(inbox)
    ? 'Be your first customer: write in the simulated phone.'
    : `Text hello to ${number}. No result after a minute? Is the flow published, does it POST, does its URL end in /webhook?`
  return { id, state: 'waiting', sentence: 'Waiting for your first text.', cure, at: null }
}

/** A text that was taken afterwards shows that the cause is gone. */
export function refusalsStep(heard: Heard): Step {
  const id = 'refusals'
  const { lastRefusal, lastTakenAt } = heard
  if (isUntouched(heard)) {
    return { id, state: 'waiting', sentence: 'No webhook has come yet.', cure: AFTER_FIRST, at: null }
  }
  if (lastRefusal === null) {
    return { id, state: 'ok', sentence: 'Nothing was refused since the desk started.', cure: null, at: null }
  }
  const { at, cure } = lastRefusal
  return lastTakenAt !== null && lastTakenAt > at
    ? { id, state: 'ok', sentence: 'Something was refused, and texts have been taken since.', cure, at }
    : { id, state: 'failed', sentence: 'The last thing that came was refused.', cure, at }
}

/** That nothing is wrong yet is no sign that all is well. */
function isUntouched({ firstTextAt, lastTakenAt, lastRefusal }: Heard): boolean {
  return firstTextAt === null && lastTakenAt === null && lastRefusal === null
}

import type { GoingLive, Step } from './step.ts'

/** Whether the provider calls the address that the desk believes to have. */
export function publicUrlStep({ moved, publicUrl }: Pick<GoingLive, 'moved' | 'publicUrl'>): Step {
  const id = 'public-url'
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
  const cure =
    inbox.provider === 'simulated'
      ? 'Be your first customer: write in the simulated phone.'
      : `Text hello to ${number}. No result after a minute? Is the flow published, does it POST, does its URL end in /webhook?`
  return { id, state: 'waiting', sentence: 'Waiting for your first text.', cure, at: null }
}

/** A text that was taken afterwards shows that the cause is gone. */
export function refusalsStep({ lastRefusal, lastTakenAt }: Pick<GoingLive, 'lastRefusal' | 'lastTakenAt'>): Step {
  const id = 'refusals'
  if (lastRefusal === null) {
    return { id, state: 'ok', sentence: 'Nothing was refused since the desk started.', cure: null, at: null }
  }
  const { at, cure } = lastRefusal
  return lastTakenAt !== null && lastTakenAt > at
    ? { id, state: 'ok', sentence: 'Something was refused, and texts have been taken since.', cure, at }
    : { id, state: 'failed', sentence: 'The last thing that came was refused.', cure, at }
}

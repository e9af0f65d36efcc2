import type { Api } from '../api.ts'
import { HttpProblem } from '../problem.ts'

/** Keeps why a webhook was refused and what cures it; failures of our own are no refusals. */
export function recordRefusal({ clock, webhookJournal }: Api, error: Error): void {
  const at = clock.now()
  if (error instanceof HttpProblem) {
    webhookJournal.recordRefusal({ at, reason: String(error.details['reason'] ?? error.code), cure: error.message })
  } else if ('statusCode' in error && error.statusCode === 413) {
    const cure = 'A webhook was larger than 64 KB. Check what the provider is set up to send.'
    webhookJournal.recordRefusal({ at, reason: 'too-large', cure })
  }
}

import type { WebhookRecord } from '../../domain/incident/refused-webhooks.ts'
import type { UnitOfWork } from '../../ports/unit-of-work.ts'

/** Each server knows what came to itself, and notes the newest of it for the others. */
export function shareWebhooks(unitOfWork: UnitOfWork, own: WebhookRecord): Promise<WebhookRecord> {
  return unitOfWork.run(async ({ settings }) => {
    const noted = await settings.getForChange('webhooks-seen')
    const [refusedAt = 0, takenAt = 0] = noted?.split(' ').map(Number) ?? []
    const refused = Math.max(refusedAt, own.lastRefusal?.at ?? 0)
    const taken = Math.max(takenAt, own.lastTakenAt ?? 0)
    const seen = `${refused} ${taken}`
    if (seen !== noted) await settings.set('webhooks-seen', seen)
    return { ...own, lastTakenAt: taken || null, refusedAnywhereAt: refused || null }
  })
}

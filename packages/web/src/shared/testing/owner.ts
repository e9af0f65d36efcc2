import type { Checklist, ChecklistStep, Contact, Inbox, System } from '@textdesk/server/contract'

const AT = '2026-11-22T10:00:00.000Z'

/** Made-up data for what owners see; every field can be told. */
export function inbox(given: Partial<Inbox> = {}): Inbox {
  return {
    id: 'i1',
    name: 'Support',
    number: '+12025550100',
    provider: 'messagebird',
    isDefault: true,
    confirmationTemplate: 'Thanks! Your ticket ID is {{ticket}}.',
    thanksStayClosed: true,
    reopenHours: 24,
    optOutWords: { out: ['stop'], in: ['start'], help: ['help'] },
    answersKeywords: true,
    language: 'en',
    company: null,
    helpContact: null,
    consentTexts: { out: null, in: null, help: null },
    automaticTextsPerHour: 100,
    textsPerSecond: 10,
    webhookUrl: 'https://a1.example.org/webhook',
    lastTextAt: null,
    lastRefusal: null,
    refusedCount: 0,
    ...given,
  }
}

export function step(given: Partial<ChecklistStep> = {}): ChecklistStep {
  return { id: 'account', state: 'ok', sentence: 'The API key is accepted.', cure: null, at: null, ...given }
}

export function checklist(steps: ChecklistStep[]): Checklist {
  return { inboxId: 'i1', number: '+12025550100', ready: steps.every(({ state }) => state === 'ok'), steps }
}

export function contact(given: Partial<Contact> = {}): Contact {
  return {
    id: 'c1',
    kind: 'phone',
    address: '+12025550101',
    name: null,
    note: null,
    blockedAt: null,
    optOuts: [],
    createdAt: AT,
    ...given,
  }
}

export function system(given: Partial<System> = {}): System {
  return {
    at: AT,
    startedAt: '2026-11-22T08:30:00.000Z',
    uptimeSeconds: 5400,
    versions: { textdesk: '0.1.0', node: '24.0.0', database: 'SQLite 3.50.0' },
    webhooks: {
      received: 12,
      repeated: 1,
      fetched: 0,
      reports: 9,
      refused: 0,
      refusedByReason: [],
      lastTakenAt: AT,
      lastRefusal: null,
    },
    numbers: [
      { inboxId: 'i1', name: 'Support', number: '+12025550100', simulated: false, lastTextAt: AT, pausedUntil: null },
    ],
    queue: { waiting: 0, due: 0, sending: 0, oldestDueAt: null },
    trouble: { uncertain: 0, expired: 0, failed: 0 },
    sends: { accepted: 10, rejected: 0, retryLater: 0, uncertain: 0 },
    account: { state: 'ok', sentence: 'The API key is accepted. Balance: 12.50 euros.', cure: null, balance: null },
    storage: { databaseBytes: 1_440_000, freeBytes: 52_000_000_000, diskBytes: 100_000_000_000 },
    search: { behind: 0 },
    dispatcher: 'ok',
    eventStreams: 1,
    proxy: null,
    alerts: { channel: false, open: [] },
    ...given,
  }
}

import { LIVED_ALONE, type LivedDesk } from './live-a-little.ts'
import type { Owner } from './owner.ts'

/** Every view but "Needs attention", into which time alone may bring a ticket. */
const VIEWS = ['waiting', 'mine', 'unassigned', 'open', 'replied', 'snoozed', 'closed', 'all']
const MAX_TICKET_LENGTH = 1
/** What becomes of texts goes on by itself, and is compared in the tables. */
const CHANGES_BY_ITSELF = ['attention', 'needsAttention', 'delivery']

/** What the API says of a desk: by path, to be held against what another one says. */
export async function answersOf(owner: Owner, { firstTicket }: LivedDesk): Promise<Map<string, string>> {
  const paths = [
    '/api/views',
    ...VIEWS.map((view) => `/api/tickets?view=${view}&limit=100`),
    `/api/tickets?q=${LIVED_ALONE}`,
    `/api/tickets/${MAX_TICKET_LENGTH}/messages?limit=100`,
    `/api/tickets/${firstTicket}/messages?limit=100`,
    `/api/tickets/${firstTicket + 1}/messages?limit=100`,
    '/api/tags',
    '/api/drafts',
    '/api/canned-replies',
    '/api/agents',
  ]
  const answers = new Map<string, string>()
  for (const path of paths) answers.set(path, lasting(await owner.ask('GET', path)))
  return answers
}

function lasting(answer: string): string {
  const kept = JSON.stringify(JSON.parse(answer), (key, value) => (CHANGES_BY_ITSELF.includes(key) ? undefined : value))
  // PostgreSQL's text cannot hold U+0000, and shows the sign for it.
  return kept.replaceAll('\\u0000', '\u2400')
}

import { query } from '../query.ts'
import type { QuerySession } from '../query-session.ts'

/** As many as a page of a list has rows: one question instead of fifty. */
const AT_ONCE = 50

type Reader = Pick<QuerySession, 'all'>

/** When each of these addresses opted out of an inbox; by `optOutKey`. */
export async function readOptOuts(session: Reader, hmacs: readonly Uint8Array[]): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (let from = 0; from < hmacs.length; from += AT_ONCE) {
    const asked = Object.fromEntries(
      Array.from({ length: AT_ONCE }, (_, place) => [place, hmacs[from + place] ?? hmacs[from]]),
    )
    for (const { hmac, inboxId, at } of await session.all(optOutsAmong, asked as Hmacs))
      found.set(optOutKey(hmac, inboxId), at)
  }
  return found
}

export function optOutKey(hmac: Uint8Array, inboxId: string): string {
  return `${Buffer.from(hmac).toString('hex')} ${inboxId}`
}

type Hmacs = Readonly<Record<number, Uint8Array>>

const optOutsAmong = query((db, p: Hmacs) =>
  db
    .selectFrom('opt_outs')
    .select(['address_hmac as hmac', 'inbox_id as inboxId', 'at'])
    .where(
      'address_hmac',
      'in',
      Array.from({ length: AT_ONCE }, (_, place) => p[place] as Uint8Array),
    ),
)

export const optOutsOf = query((db, p: { hmac: Uint8Array }) =>
  db.selectFrom('opt_outs').select(['inbox_id as inboxId', 'at', 'source']).where('address_hmac', '=', p.hmac),
)

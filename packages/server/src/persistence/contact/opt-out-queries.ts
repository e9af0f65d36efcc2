import { query } from '../query.ts'

export const optOutAt = query((db, p: { hmac: Uint8Array; inboxId: string }) =>
  db.selectFrom('opt_outs').select('at').where('address_hmac', '=', p.hmac).where('inbox_id', '=', p.inboxId),
)

export const optOutsOf = query((db, p: { hmac: Uint8Array }) =>
  db.selectFrom('opt_outs').select(['inbox_id as inboxId', 'at', 'source']).where('address_hmac', '=', p.hmac),
)

/** In words that SQLite and PostgreSQL both understand; `?` stands for what is handed in, in turn. */
export const LEDGER_QUERIES = {
  mark: 'select coalesce(max("row"), 0) as mark from messages',
  bodies: `select body from messages where "row" > ? and direction = 'in'`,
  outgoing: `select id, ticket_number as "ticketNumber", case kind when 'auto' then 1 else 0 end as automatic, body,
      delivery_state as state, attempts, (
        select outcome from delivery_attempts where message_id = messages.id order by number desc limit 1
      ) as outcome
    from messages where "row" > ? and "row" <= ? and direction = 'out'`,
  tickets: `select number, contact_id as contact, (
      select count(*) from messages where ticket_number = tickets.number and purpose = 'confirmation'
    ) as confirmations
    from tickets where number in (select ticket_number from messages where "row" > ? and direction = 'in')`,
  waiting: countOf(`messages where delivery_state in ('scheduled', 'queued', 'claimed', 'dispatching')`),
  leaving: countOf(`messages where delivery_state in ('queued', 'claimed', 'dispatching')`),
  reports: countOf('delivery_reports where message_id is not null'),
  pausedUntil: 'select coalesce(max(paused_until), 0) as until from inboxes',
  doubledTexts: doubledBodies("direction = 'in'"),
  doubledReplies: doubledBodies("direction = 'out' and kind = 'sms'"),
  doubledTickets: doubled(`tickets where status <> 'closed' group by inbox_id, contact_id`),
  doubledConfirmations: doubled(`messages where purpose = 'confirmation' group by ticket_number`),
} as const

function countOf(rows: string): string {
  return `select count(*) as count from ${rows}`
}

function doubledBodies(condition: string): string {
  return doubled(`messages where ${condition} group by body`)
}

function doubled(groups: string): string {
  return countOf(`(select 1 from ${groups} having count(*) > 1) as doubled`)
}

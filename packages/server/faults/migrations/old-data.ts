/**
 * What a desk of each age had written: statements to be run as soon as the step they are named after has made their tables,
 * so that a later step finds them there. Steps that are not named bring no tables of their own that need rows here.
 */
export const OLD_DATA: Readonly<Record<string, string>> = {
  '0001-people': `
    insert into agents(id, name, email, role, password_hash, created_at)
      values ('a', 'Ada', 'ada@example.org', 'owner', 'hash:of:ada', 1), ('b', 'Ben', 'ben@example.org', 'agent', null, 1);
    insert into invites(token_digest, agent_id, created_at, expires_at) values ('digest', 'b', 1, 2);`,
  '0002-conversations': `
    insert into inboxes(id, name, number, provider, is_default, confirmation_template, reopen_hours, opt_out_words,
      answers_keywords, automatic_texts_per_hour, created_at)
      values ('i', 'Support', '+12025550100', 'simulated', 1, 'Your ticket ID is {{ticket}}.', 24,
        '{"out":["stop"],"in":["start"],"help":["help"]}', 1, 1000, 1);
    insert into contacts(id, address, kind, name, created_at)
      values ('c', '+12025550101', 'phone', 'Ana', 1), ('d', '+12025550102', 'phone', null, 1);
    insert into tickets(inbox_id, contact_id, status, origin, last_seq, last_inbound_seq, last_direction, last_kind,
      last_preview, last_at, waiting_since, created_at, updated_at)
      values ('i', 'c', 'open', 'text', 5, 5, 'in', 'sms', 'Thanks', 5, 5, 1, 5),
        ('i', 'd', 'closed', 'text', 1, 1, 'in', 'sms', 'Never mind', 1, null, 1, 1);`,
  '0003-messages': `
    insert into messages(id, ticket_number, inbox_id, contact_id, seq, direction, kind, body, author_id, at,
      delivery_state, delivery_reason, attempts, provider_message_id, segments, first_queued_at, uncertain_since)
      values ('m1', 1, 'i', 'c', 1, 'in', 'sms', 'Where is my order?', null, 1, null, null, null, null, null, null, null),
        ('m2', 1, 'i', 'c', 2, 'out', 'sms', 'On its way.', 'a', 2, 'delivered', null, 1, 'p2', 1, 2, null),
        ('m3', 1, 'i', 'c', 3, 'out', 'sms', 'It left twice?', 'a', 3, 'uncertain', 'interrupted', 1, null, 1, 3, 3),
        ('m4', 1, 'i', 'c', 4, 'out', 'sms', 'Once more.', 'a', 4, 'failed', 'rejected', 1, 'p4', 1, 4, null),
        ('m5', 1, 'i', 'c', 5, 'in', 'sms', 'Thanks', null, 5, null, null, null, null, null, null, null),
        ('m6', 2, 'i', 'd', 1, 'in', 'sms', 'Never mind', null, 1, null, null, null, null, null, null, null);
    insert into activity(ticket_number, seq, id, at, actor_id, what) values (2, 2, 'v1', 2, 'a', 'closed');`,
  '0004-ledgers': `
    insert into delivery_reports(id, at, message_id, reference, provider_message_id, status, raw)
      values ('r1', 3, 'm2', 'm2', 'p2', 'sent', '{}'), ('r2', 4, 'm2', 'm2', 'p2', 'delivered', '{}'),
        ('r3', 4, 'm4', 'm4', 'p4', 'delivery_failed', '{}'), ('r4', 4, null, 'x', 'px', 'unheard', '{}');
    insert into opt_outs(address_hmac, inbox_id, at, source) values (x'00', 'i', 1, 'word');
    insert into automatic_budgets(inbox_id, hour, count) values ('i', 1, 2);
    insert into inbound_receipts(inbox_id, key_hash) values ('i', x'01');
    insert into audit_log(at, actor_id, what, subject_id) values (1, 'a', 'inbox.changed', 'i');`,
  '0005-search': `
    insert into message_search(rowid, body) select row, body from messages;
    insert into contact_search(rowid, name, address) select row, name, address from contacts;
    update search_progress set last_row = (select max(row) from messages) where subject = 'messages';
    update search_progress set last_row = (select max(row) from contacts) where subject = 'contacts';`,
  '0006-incidents': `
    insert into incidents(id, kind, subject, sentence, opened_at, resolved_at, told_at, attempts)
      values ('n', 'silence', '', 'No text has come in.', 1, 2, 1, 1);`,
  '0008-triage': `
    update tickets set tags = '["refund"]' where number = 1;
    insert into ticket_tags(key, updated_at, ticket_number, tag) values ('refund', 5, 1, 'refund');`,
  '0009-writing': `
    insert into canned_replies(id, shortcut, title, body, created_at, updated_at)
      values ('k', 'hours', null, 'We are open.', 1, 1);
    insert into drafts(agent_id, ticket_number, mode, body, updated_at) values ('a', 1, 'reply', 'We will', 1);
    update contacts set note = 'Prefers to be called.' where id = 'c';`,
}

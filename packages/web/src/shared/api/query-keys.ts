/** The names under which answers are cached; what an event makes stale is found by them. */
export const queryKeys = {
  counts: ['counts'],
  lists: ['tickets'],
  list: (view: string, search: string, tag = '') => ['tickets', view, search, tag],
  palette: (search: string) => ['palette', search],
  tags: ['tags'],
  cannedReplies: ['canned-replies'],
  ticket: (number: number) => ['ticket', number],
  /** News of the ticket makes it stale as well. */
  replyHistory: (number: number, id: string) => ['ticket', number, 'history', id],
  timelines: ['timeline'],
  timeline: (number: number) => ['timeline', number],
  contacts: ['contact'],
  contact: (id: string) => ['contact', id],
  contactTickets: (id: string) => ['contact', id, 'tickets'],
  agents: ['agents'],
  sessions: ['sessions'],
  inboxes: ['inboxes'],
  /** What the desk as a whole is doing; told by `desk` events. */
  desk: ['desk'],
  checklist: (inboxId: string) => ['desk', 'checklist', inboxId],
  system: ['desk', 'system'],
  alerts: ['desk', 'alerts'],
  phones: ['phone'],
  phone: (number: string) => ['phone', number],
} as const

/** The names under which answers are cached; what an event makes stale is found by them. */
export const queryKeys = {
  counts: ['counts'],
  lists: ['tickets'],
  list: (view: string, search: string) => ['tickets', view, search],
  ticket: (number: number) => ['ticket', number],
  timeline: (number: number) => ['timeline', number],
  contacts: ['contact'],
  contact: (id: string) => ['contact', id],
  agents: ['agents'],
  inboxes: ['inboxes'],
  phones: ['phone'],
  phone: (number: string) => ['phone', number],
} as const

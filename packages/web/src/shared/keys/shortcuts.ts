export interface Shortcut {
  /** As tinykeys writes them: "g w" is one key after the other. */
  readonly keys: string
  readonly title: string
  readonly group: 'List' | 'Ticket' | 'Go to' | 'Help'
}

/** Every shortcut there is: what runs, what the sheet lists and what buttons announce comes from here. */
export const shortcuts = {
  next: { keys: 'j', title: 'Next ticket', group: 'List' },
  previous: { keys: 'k', title: 'Previous ticket', group: 'List' },
  open: { keys: 'Enter', title: 'Open the ticket', group: 'List' },
  back: { keys: 'u', title: 'Back to the list', group: 'List' },
  showNew: { keys: '.', title: 'Show new tickets', group: 'List' },
  search: { keys: '[Shift]+/', title: 'Search', group: 'List' },
  reply: { keys: 'r', title: 'Reply', group: 'Ticket' },
  note: { keys: 'n', title: 'Write a note', group: 'Ticket' },
  close: { keys: 'e', title: 'Close and go to the next', group: 'Ticket' },
  assign: { keys: 'a', title: 'Assign', group: 'Ticket' },
  assignToMe: { keys: 'i', title: 'Assign to me', group: 'Ticket' },
  goWaiting: { keys: 'g w', title: 'Waiting', group: 'Go to' },
  goMine: { keys: 'g i', title: 'Mine', group: 'Go to' },
  goUnassigned: { keys: 'g u', title: 'Unassigned', group: 'Go to' },
  goAll: { keys: 'g a', title: 'All', group: 'Go to' },
  goClosed: { keys: 'g c', title: 'Closed', group: 'Go to' },
  help: { keys: '[Shift]+?', title: 'Keyboard shortcuts', group: 'Help' },
} as const satisfies Readonly<Record<string, Shortcut>>

export type ShortcutId = keyof typeof shortcuts

export const shortcutIds = Object.keys(shortcuts) as ShortcutId[]

/** The keys as a person reads them: ["g", "w"]. Which keys make "?" differs by keyboard, so Shift is left out. */
export function keyCaps(id: ShortcutId): string[] {
  return shortcuts[id].keys.replaceAll('[Shift]+', '').split(' ')
}

/** For `aria-keyshortcuts`. */
export function ariaKeys(id: ShortcutId): string {
  return keyCaps(id).join(' ')
}

/** A tooltip that teaches the key: "Assign (a)". */
export function titleWithKeys(id: ShortcutId): string {
  return `${shortcuts[id].title} (${keyCaps(id).join(' then ')})`
}

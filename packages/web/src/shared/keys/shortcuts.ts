export interface Shortcut {
  /** As tinykeys writes them: "g w" is one key after the other, "[Shift]" may be held where a layout needs it. */
  readonly keys: string
  readonly title: string
  readonly group: 'List' | 'Ticket' | 'Writing' | 'Go to' | 'Help'
}

/** Every shortcut there is: what runs, what the sheet and the palette list and what buttons announce comes from here. */
export const shortcuts = {
  next: { keys: 'j', title: 'Next ticket', group: 'List' },
  previous: { keys: 'k', title: 'Previous ticket', group: 'List' },
  open: { keys: 'Enter', title: 'Open the ticket', group: 'List' },
  back: { keys: 'u', title: 'Back to the list', group: 'List' },
  select: { keys: 'x', title: 'Select the ticket', group: 'List' },
  showNew: { keys: '[Shift]+.', title: 'Show new tickets', group: 'List' },
  search: { keys: '[Shift]+/', title: 'Search', group: 'List' },
  reply: { keys: 'r', title: 'Reply', group: 'Ticket' },
  note: { keys: 'n', title: 'Write a note', group: 'Ticket' },
  close: { keys: 'e', title: 'Close and go to the next', group: 'Ticket' },
  snooze: { keys: 'h', title: 'Snooze', group: 'Ticket' },
  assign: { keys: 'a', title: 'Assign', group: 'Ticket' },
  assignToMe: { keys: 'i', title: 'Assign to me', group: 'Ticket' },
  tag: { keys: 't', title: 'Tag', group: 'Ticket' },
  merge: { keys: 'm', title: 'Merge into another ticket', group: 'Ticket' },
  optOut: { keys: 'o', title: 'Opt out who wants no more texts', group: 'Ticket' },
  undo: { keys: 'z', title: 'Undo', group: 'Ticket' },
  sendNow: { keys: '$mod+Enter', title: 'Send at once', group: 'Writing' },
  sendAndClose: { keys: '$mod+Shift+Enter', title: 'Send and close', group: 'Writing' },
  goWaiting: { keys: 'g w', title: 'Waiting', group: 'Go to' },
  goMine: { keys: 'g i', title: 'Mine', group: 'Go to' },
  goUnassigned: { keys: 'g u', title: 'Unassigned', group: 'Go to' },
  goAll: { keys: 'g a', title: 'All', group: 'Go to' },
  goClosed: { keys: 'g c', title: 'Closed', group: 'Go to' },
  palette: { keys: '$mod+k', title: 'Find an action, view or ticket', group: 'Help' },
  viewsPane: { keys: 'v', title: 'Show or hide the views', group: 'Help' },
  customerPane: { keys: 'p', title: 'Show or hide the customer', group: 'Help' },
  help: { keys: '[Shift]+?', title: 'Keyboard shortcuts', group: 'Help' },
} as const satisfies Readonly<Record<string, Shortcut>>

export type ShortcutId = keyof typeof shortcuts

export const shortcutIds = Object.keys(shortcuts) as ShortcutId[]

const isMac = typeof navigator === 'object' && /Mac|iPod|iPhone|iPad/.test(navigator.platform)

/** A combination means the same everywhere: it acts in fields, and when single keys are off. */
export function isCombination(id: ShortcutId): boolean {
  return shortcuts[id].keys.startsWith('$mod')
}

/** The keys as a person reads them: ["g", "w"] or ["Ctrl+K"]. Which keys make "?" differs by keyboard, so Shift is left out. */
export function keyCaps(id: ShortcutId): string[] {
  const keys = shortcuts[id].keys.replaceAll('[Shift]+', '').replace('$mod', isMac ? 'Cmd' : 'Ctrl')
  return keys.split(' ').map((cap) => cap.replace(/\+([a-z])$/, (_, letter: string) => `+${letter.toUpperCase()}`))
}

/** For `aria-keyshortcuts`. */
export function ariaKeys(id: ShortcutId): string {
  return keyCaps(id).join(' ').replace(/^Cmd/, 'Meta').replace(/^Ctrl/, 'Control')
}

/** A tooltip that teaches the key: "Assign (a)". */
export function titleWithKeys(id: ShortcutId): string {
  return `${shortcuts[id].title} (${keyCaps(id).join(' then ')})`
}

import type { TicketSummary } from '@textdesk/server/contract'
import { viewNames, views } from '../../entities/ticket/views.ts'
import { keyCaps, type ShortcutId, shortcuts } from '../../shared/keys/shortcuts.ts'
import { contactName } from '../../shared/text/contact-name.ts'
import { isolated } from '../../shared/text/isolated.ts'

export interface PaletteItem {
  readonly id: string
  readonly group: 'Actions' | 'Go to' | 'Tickets'
  readonly title: string
  readonly detail: string
  readonly to?: string
  readonly shortcut?: ShortcutId
}

const pages = [
  { title: 'Settings, canned replies', to: '/settings/canned-replies' },
  { title: 'Settings, your sessions', to: '/settings/sessions' },
  { title: 'Settings, your password', to: '/settings/password' },
]
/** What only makes sense where the keys are, or is listed as a view. */
const left: ReadonlySet<ShortcutId> = new Set([
  'next',
  'previous',
  'open',
  'palette',
  'goWaiting',
  'goMine',
  'goUnassigned',
  'goAll',
  'goClosed',
])
const viewKeys: Partial<Record<string, ShortcutId>> = {
  waiting: 'goWaiting',
  mine: 'goMine',
  unassigned: 'goUnassigned',
  all: 'goAll',
  closed: 'goClosed',
}

/** What can be done now and where one can go, for the letters typed; every word must be found. */
export function paletteItems(available: readonly ShortcutId[], typed: string): PaletteItem[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return [...actions(available), ...places()].filter(({ title }) =>
    words.every((word) => title.toLowerCase().includes(word)),
  )
}

export function ticketItems(tickets: readonly TicketSummary[]): PaletteItem[] {
  return tickets.map(({ number, contact, lastMessage }) => ({
    id: `ticket ${number}`,
    group: 'Tickets',
    title: `${isolated(contactName(contact))}, ticket ${number}`,
    detail: lastMessage?.preview ?? '',
    to: `/inbox/all/${number}`,
  }))
}

function actions(available: readonly ShortcutId[]): PaletteItem[] {
  return available
    .filter((id) => !left.has(id))
    .map((id) => ({
      id,
      group: 'Actions',
      title: shortcuts[id].title,
      detail: keyCaps(id).join(' then '),
      shortcut: id,
    }))
}

function places(): PaletteItem[] {
  const toViews = viewNames.map((name): PaletteItem => {
    const key = viewKeys[name]
    return {
      id: name,
      group: 'Go to',
      title: views[name].title,
      detail: key ? keyCaps(key).join(' then ') : '',
      to: `/inbox/${name}`,
    }
  })
  return [...toViews, ...pages.map(({ title, to }): PaletteItem => ({ id: to, group: 'Go to', title, detail: '', to }))]
}

import type { ViewCounts } from '@textdesk/server/contract'

interface View {
  readonly title: string
  /** Which number stands beside it, if any. */
  readonly count?: keyof ViewCounts
  readonly empty: string
}

/** The views of the inbox in the order they are listed. */
export const views = {
  waiting: { title: 'Waiting', count: 'waiting', empty: 'Nobody is waiting.' },
  mine: { title: 'Mine', empty: 'Nothing is assigned to you.' },
  unassigned: { title: 'Unassigned', count: 'unassigned', empty: 'Every open ticket has somebody.' },
  replied: { title: 'Replied', empty: 'No open ticket has been answered yet.' },
  snoozed: { title: 'Snoozed', empty: 'No ticket is snoozed.' },
  attention: { title: 'Needs attention', count: 'attention', empty: 'Every message arrived, as far as is known.' },
  closed: { title: 'Closed', empty: 'No ticket has been closed yet.' },
  all: { title: 'All', empty: 'No tickets yet.' },
} as const satisfies Readonly<Record<string, View>>

export type ViewName = keyof typeof views

export const viewNames = Object.keys(views) as ViewName[]

export function isViewName(name: unknown): name is ViewName {
  return typeof name === 'string' && Object.hasOwn(views, name)
}

/** Counting stops at 1,000. */
export function countWords(count: number): string {
  return count >= 1000 ? '999+' : String(count)
}

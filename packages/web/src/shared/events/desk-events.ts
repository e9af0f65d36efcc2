import type { DeskEvent } from '@textdesk/server/contract'
import { onScopeDispose } from 'vue'

type Listener = (event: DeskEvent) => void

const listeners = new Set<Listener>()

/** Hears what the desk tells for as long as the component that called it is there. */
export function useDeskEvents(listener: Listener): void {
  listeners.add(listener)
  onScopeDispose(() => listeners.delete(listener))
}

export function tellDeskEvent(event: DeskEvent): void {
  for (const listener of listeners) listener(event)
}

import type { Viewer } from '@textdesk/server/contract'
import { defineStore } from 'pinia'
import { reactive } from 'vue'
import { isolated } from '../../shared/text/isolated.ts'
import { useSession } from '../session/session.ts'

/** Who looks at which ticket right now, as the desk's events tell it. */
export const usePresence = defineStore('presence', () => {
  const session = useSession()
  const viewers = reactive(new Map<number, readonly Viewer[]>())

  /** Colleagues only: that one looks oneself is no news. */
  function others(number: number): readonly Viewer[] {
    return (viewers.get(number) ?? []).filter(({ id }) => id !== session.agent?.id)
  }

  function told(number: number, now: readonly Viewer[]): void {
    if (now.length > 0) viewers.set(number, now)
    else viewers.delete(number)
  }

  /** A new connection starts from nothing: it is told about every ticket that somebody looks at. */
  function clear(): void {
    viewers.clear()
  }

  return { others, told, clear }
})

/** "Ben is writing", "Ben and Cem are looking"; the writers first. */
export function presenceWords(viewers: readonly Viewer[]): string {
  const writers = viewers.filter(({ writing }) => writing)
  const watchers = viewers.filter(({ writing }) => !writing)
  return [say(writers, 'writing'), say(watchers, 'looking')].filter(Boolean).join(', ')
}

function say(viewers: readonly Viewer[], what: string): string {
  if (viewers.length === 0) return ''
  const names = viewers.map(({ name }) => isolated(name))
  const listed = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names[0]
  return `${listed} ${names.length > 1 ? 'are' : 'is'} ${what}`
}

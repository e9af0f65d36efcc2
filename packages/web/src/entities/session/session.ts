import type { Session } from '@textdesk/server/contract'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { asApiError, lastAnsweredAt, noteEntry, onSignedOut, sameEntry } from '../../shared/api/request.ts'
import type { SessionAnswer } from '../../shared/events/desk-stream.ts'
import { forgetWritten, keepPreferences, readPreferences, tellOtherTabs } from './empty-browser.ts'
import * as api from './session-api.ts'

/** How long a sign-out waits for what is on its way to the desk. */
const FAREWELL_MS = 5000

/** Who is signed in, and what every page must know of the desk. */
export const useSession = defineStore('session', () => {
  const current = shallowRef<Session | null>(null)
  const state = ref<'unknown' | 'in' | 'out'>('unknown')
  /** Signed out while working: the page stays, an overlay asks to sign in again. */
  const hasExpired = ref(false)
  /** How long nobody had worked here by then. */
  const quietHours = ref(0)
  /** Signed out for good, here or elsewhere: the page is to be left. */
  const hasLeft = ref(false)
  let isSigningOut = false
  const farewells = new Set<() => Promise<unknown>>()
  const agent = computed(() => current.value?.agent ?? null)
  const isOwner = computed(() => agent.value?.role === 'owner')
  const isSimulated = computed(() => current.value?.desk.simulated ?? false)

  /** Throws when the desk does not answer: then nothing is known. */
  async function load(): Promise<void> {
    const isOfNow = sameEntry()
    try {
      current.value = await api.whoAmI()
      state.value = 'in'
      hasExpired.value = false
    } catch (error) {
      if (asApiError(error).status !== 401) throw error
      if (isOfNow()) expire()
    }
  }

  /** Asked when the stream broke. No answer is no sign of being signed out. */
  async function ask(): Promise<SessionAnswer> {
    try {
      await load()
    } catch {
      return 'unanswered'
    }
    return state.value === 'in' && !hasExpired.value ? 'in' : 'out'
  }

  async function signIn(email: string, password: string): Promise<void> {
    await api.signIn(email.trim(), password)
    noteEntry()
    hasLeft.value = false
    await load()
  }

  /** Throws when the desk does not answer: then the browser is still signed in, and nothing is forgotten. */
  async function signOut({ everywhere = false } = {}): Promise<void> {
    const saved = Promise.allSettled([...farewells].map((work) => work()))
    await Promise.race([saved, new Promise((resolve) => setTimeout(resolve, FAREWELL_MS))])
    const preferences = readPreferences()
    isSigningOut = true
    try {
      await (everywhere ? api.signOutEverywhere() : api.signOut())
    } finally {
      isSigningOut = false
    }
    leave()
    keepPreferences(preferences)
    tellOtherTabs()
  }

  /** What has to get to the desk before somebody signs out. Returns the function that takes it back. */
  function beforeLeaving(work: () => Promise<unknown>): () => void {
    farewells.add(work)
    return () => farewells.delete(work)
  }

  /** Nothing of what was shown or written stays in this tab. The stream may tell of a sign-out before its own answer does. */
  function leave(): void {
    if (isSigningOut) return
    forgetWritten()
    current.value = null
    state.value = 'out'
    hasExpired.value = false
    hasLeft.value = true
  }

  function expire(): void {
    if (state.value !== 'in') {
      state.value = 'out'
      return
    }
    if (!hasExpired.value) quietHours.value = Math.floor((Date.now() - lastAnsweredAt()) / 3_600_000)
    hasExpired.value = true
  }

  onSignedOut(expire)
  return {
    current,
    state,
    hasExpired,
    agent,
    isOwner,
    isSimulated,
    quietHours,
    hasLeft,
    load,
    ask,
    signIn,
    signOut,
    beforeLeaving,
    leave,
  }
})

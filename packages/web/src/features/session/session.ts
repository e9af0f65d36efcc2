import type { Session } from '@textdesk/server/contract'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { asApiError, onSignedOut } from '../../shared/api/request.ts'
import * as api from './session-api.ts'

/** Who is signed in, and what every page must know of the desk. */
export const useSession = defineStore('session', () => {
  const current = shallowRef<Session | null>(null)
  const state = ref<'unknown' | 'in' | 'out'>('unknown')
  /** Signed out while working: the page stays, an overlay asks to sign in again. */
  const hasExpired = ref(false)
  const agent = computed(() => current.value?.agent ?? null)
  const isOwner = computed(() => agent.value?.role === 'owner')
  const isSimulated = computed(() => current.value?.desk.simulated ?? false)

  /** Throws when the desk does not answer: then nothing is known. */
  async function load(): Promise<void> {
    try {
      current.value = await api.whoAmI()
      state.value = 'in'
      hasExpired.value = false
    } catch (error) {
      if (asApiError(error).status !== 401) throw error
      expire()
    }
  }

  /** Asked when the stream broke. No answer is no sign of being signed out. */
  async function stillSignedIn(): Promise<boolean> {
    await load().catch(() => undefined)
    return state.value === 'in' && !hasExpired.value
  }

  async function signIn(email: string, password: string): Promise<void> {
    await api.signIn(email.trim(), password)
    await load()
  }

  async function signOut(): Promise<void> {
    await api.signOut().catch(() => undefined)
    current.value = null
    state.value = 'out'
    hasExpired.value = false
  }

  function expire(): void {
    if (state.value === 'in') hasExpired.value = true
    else state.value = 'out'
  }

  onSignedOut(expire)
  return { current, state, hasExpired, agent, isOwner, isSimulated, load, stillSignedIn, signIn, signOut }
})

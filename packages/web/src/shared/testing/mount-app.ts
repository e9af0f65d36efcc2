import { VueQueryPlugin } from '@tanstack/vue-query'
import { mount, RouterLinkStub, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import type { Component } from 'vue'
import { useSession } from '../../entities/session/session.ts'
import { DeskQueries } from '../api/desk-queries.ts'
import { session } from './session.ts'

export interface Mounted {
  readonly wrapper: VueWrapper
  readonly queries: DeskQueries
}

/** A component as it stands in the app, with Ana signed in. */
export function mountInApp(component: Component, props: Record<string, unknown>): Mounted {
  const pinia = createPinia()
  setActivePinia(pinia)
  const signedIn = useSession()
  signedIn.current = session()
  signedIn.state = 'in'
  const queries = new DeskQueries({ defaultOptions: { queries: { retry: false, shallow: true } } })
  const plugins = [pinia, [VueQueryPlugin, { queryClient: queries }]] as never
  return {
    wrapper: mount(component, {
      props,
      global: { plugins, stubs: { RouterLink: RouterLinkStub } },
      attachTo: document.body,
    }),
    queries,
  }
}

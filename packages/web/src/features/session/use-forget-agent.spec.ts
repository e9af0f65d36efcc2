import { useQuery } from '@tanstack/vue-query'
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it } from 'vitest'
import { defineComponent } from 'vue'
import { useSession } from '../../entities/session/session.ts'
import { type Mounted, mountInApp } from '../../shared/testing/mount-app.ts'
import { session } from '../../shared/testing/session.ts'
import { useUndo } from '../undo/undo.ts'
import { useForgetAgent } from './use-forget-agent.ts'

const KEY = ['mine']

let mounted: Mounted
let shown: () => unknown

const App = defineComponent({
  setup: () => {
    useForgetAgent()
    const { data } = useQuery({ queryKey: KEY, queryFn: async () => `of ${useSession().agent?.name}` })
    shown = () => data.value
    return () => null
  },
})

describe('what an agent saw and did', () => {
  beforeEach(async () => {
    mounted = mountInApp(App, {})
    await flushPromises()
    useUndo().offer({ done: 'Closed ticket 3', ticket: 3, undo: async () => undefined })
  })

  it('stays while it is the same one, who signed in again', async () => {
    useSession().current = session()
    expect(shown()).toBe('of Ana')
    expect(useUndo().last).not.toBeNull()
  })

  it('is not shown to the next one', async () => {
    useSession().current = session({ id: 'a9', name: 'Ben' })
    expect(shown()).toBeUndefined()
    expect(useUndo().last).toBeNull()
    await flushPromises()
    expect(shown()).toBe('of Ben')
  })

  it('is forgotten with signing out', async () => {
    useSession().current = null
    expect(mounted.queries.getQueryData(KEY)).toBeUndefined()
    expect(useUndo().last).toBeNull()
  })
})

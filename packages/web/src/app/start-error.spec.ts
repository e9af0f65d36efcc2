import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { useStartError } from './start-error.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('tries the page again by itself until it can be shown', async () => {
  let isBusy = true
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/inbox/:view', component: { template: '<p />' } }],
  })
  router.beforeEach(() => {
    if (isBusy) throw new Error('The desk is busy.')
  })
  const scope = effectScope()
  const error = scope.run(() => useStartError(router))
  await router.push('/inbox/waiting').catch(() => {})
  expect(error?.value).toEqual(new Error('The desk is busy.'))

  await vi.advanceTimersByTimeAsync(3_000)
  expect(error?.value).not.toBeNull()
  isBusy = false
  await vi.advanceTimersByTimeAsync(3_000)
  expect(error?.value).toBeNull()
  expect(router.currentRoute.value.fullPath).toBe('/inbox/waiting')
  scope.stop()
})

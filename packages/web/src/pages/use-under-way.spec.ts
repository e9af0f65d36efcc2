import { flushPromises, mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { useUnderWay } from './use-under-way.ts'

it('is true from leaving until the other page is there, also when the way was changed', async () => {
  let arrive = () => {}
  const slow = () =>
    new Promise<object>((resolve) => {
      arrive = () => resolve({ render: () => h('p') })
    })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: { render: () => h('p') } },
      { path: '/slow', component: slow as never },
      { path: '/slower', component: slow as never },
    ],
  })
  await router.push('/')
  let isUnderWay = () => false
  const Page = defineComponent({
    setup() {
      isUnderWay = useUnderWay()
      return () => h('p')
    },
  })
  mount(Page, { global: { plugins: [router] } })
  expect(isUnderWay()).toBe(false)
  void router.push('/slow')
  await flushPromises()
  expect(isUnderWay()).toBe(true)
  void router.push('/slower')
  await flushPromises()
  expect(isUnderWay()).toBe(true)
  arrive()
  await flushPromises()
  expect(isUnderWay()).toBe(false)
  expect(router.currentRoute.value.path).toBe('/slower')
})

import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import { request } from '../../shared/api/request.ts'
import { FakeDesk } from '../../shared/testing/fake-desk.ts'
import { mountInApp } from '../../shared/testing/mount-app.ts'
import NewPasswordForm from './NewPasswordForm.vue'

it('says why a password would be guessed, and what to choose instead', async () => {
  const detail = 'This password would soon be guessed. Dates are often easy to guess. Choose three or four words.'
  new FakeDesk().answer('PUT', '/api/invites/abc', { status: 422, json: { code: 'password-weak', detail } })
  const submit = (password: string) => request<void>('PUT', '/api/invites/abc', { body: { password } })
  const { wrapper } = mountInApp(NewPasswordForm, { action: 'Join', submit })
  await wrapper.get('input').setValue('2026-11-29 12')
  await wrapper.get('form').trigger('submit')
  await flushPromises()
  expect(wrapper.get('[role="alert"]').text()).toContain(detail)
  wrapper.unmount()
  vi.unstubAllGlobals()
})

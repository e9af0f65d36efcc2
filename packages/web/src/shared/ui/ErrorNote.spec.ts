import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { ApiError } from '../api/api-error.ts'
import ErrorNote from './ErrorNote.vue'

const note = (status: number) =>
  mount(ErrorNote, { props: { error: new ApiError(status, 'x', 'What happened.', 'r-1') } })

describe('ErrorNote', () => {
  it.each([400, 401, 403, 404, 409, 422, 429])('says after %i what happened, and nothing for engineers', (status) => {
    expect(note(status).text()).toBe('What happened.')
  })

  it.each([500, 503])('keeps the number of the request behind Details after %i', (status) => {
    const details = note(status).get('details')
    expect(details.attributes('open')).toBeUndefined()
    expect(details.get('summary').text()).toBe('Details')
    expect(details.text()).toContain('Request r-1')
  })
})

import { DomainError } from '@textdesk/core'
import { expect, it } from 'vitest'
import { explain } from './explain.ts'

it('says why nothing can be stored, and where to look', () => {
  const error = new DomainError('storage-unavailable', 'The desk cannot store anything at the moment.')
  error.cause = new Error('database disk image is malformed')
  expect(explain(error, '8080')).toBe(
    'The desk cannot store anything at the moment: database disk image is malformed. ' +
      'npm run desk -- doctor says what is wrong with the database.',
  )
})

it('repeats the sentence of a rule', () => {
  expect(explain(new DomainError('not-found', 'Nobody has that e-mail address.'), '8080')).toBe(
    'Nobody has that e-mail address.',
  )
})

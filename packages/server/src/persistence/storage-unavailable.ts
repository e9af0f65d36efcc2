import { DomainError } from '@textdesk/core'

export function storageUnavailable(cause: unknown): DomainError {
  const error = new DomainError('storage-unavailable', 'The desk cannot store anything at the moment.')
  error.cause = cause
  return error
}

export type DomainErrorCode =
  | 'already-sent'
  | 'already-set-up'
  | 'contact-blocked'
  | 'contact-opted-out'
  | 'contact-unanswerable'
  | 'email-taken'
  | 'idempotency-key-reused'
  | 'invalid-input'
  | 'invite-invalid'
  | 'last-owner'
  | 'message-empty'
  | 'message-too-long'
  | 'newer-message'
  | 'not-allowed'
  | 'not-found'
  | 'not-mergeable'
  | 'not-movable'
  | 'not-settleable'
  | 'nothing-stays'
  | 'other-ticket-open'
  | 'password-weak'
  | 'password-wrong'
  | 'set-up-code-wrong'
  | 'shortcut-taken'
  | 'sign-in-delayed'
  | 'sign-in-refused'
  | 'storage-unavailable'
  | 'texts-leaving'
  | 'ticket-changed'
  | 'ticket-closed'
  | 'ticket-merged'

/** A rule of the desk said no. The code is for programs, the message for people, the details for both. */
export class DomainError extends Error {
  readonly code: DomainErrorCode
  readonly details: Readonly<Record<string, string | number>>

  constructor(code: DomainErrorCode, message: string, details: Readonly<Record<string, string | number>> = {}) {
    super(message)
    this.name = 'DomainError'
    this.code = code
    this.details = details
  }
}

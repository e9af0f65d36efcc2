import { STATUS_CODES } from 'node:http'
import { DomainError, type DomainErrorCode } from '@textdesk/core'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { HttpProblem } from './problem.ts'
import { validationDetail } from './validation-detail.ts'

const statusOf: Record<DomainErrorCode, number> = {
  'already-sent': 409,
  'already-set-up': 409,
  'contact-blocked': 409,
  'contact-opted-out': 409,
  'contact-unanswerable': 409,
  'email-taken': 409,
  'idempotency-key-reused': 422,
  'invalid-input': 400,
  'invite-invalid': 404,
  'last-owner': 409,
  'message-empty': 422,
  'message-too-long': 422,
  'newer-message': 409,
  'not-allowed': 403,
  'not-found': 404,
  'not-mergeable': 409,
  'not-movable': 409,
  'not-settleable': 409,
  'nothing-stays': 409,
  'other-ticket-open': 409,
  'password-weak': 422,
  'password-wrong': 403,
  'set-up-code-wrong': 403,
  'shortcut-taken': 409,
  'sign-in-delayed': 429,
  'sign-in-refused': 401,
  'storage-unavailable': 503,
  'texts-leaving': 409,
  'ticket-changed': 409,
  'ticket-closed': 409,
  'ticket-merged': 409,
}

/** What Fastify itself refuses, in our words. */
const frameworkProblems: Record<string, readonly [code: string, detail: string]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['too-large', 'The request is too large.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported-media-type', 'Send the body as application/json.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['invalid-input', 'The body is empty, although it is announced as JSON.'],
}

/** Every refusal is a problem document (RFC 9457) with a code and the request's id. */
export function handleError(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error)
  if (problem.status >= 500) request.log.error({ err: error, code: problem.code }, 'request failed')
  const retryAfter = problem.details['retryAfterSeconds'] ?? (problem.status === 503 ? 5 : null)
  if (retryAfter !== null) reply.header('retry-after', String(retryAfter))
  sendProblem(request, reply, problem)
}

function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: HttpProblem): void {
  const { status, code, message, details } = problem
  const document = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: message,
    code,
    requestId: request.id,
  }
  // As a string: the route's own response schema must not drop the details.
  reply
    .code(status)
    .type('application/problem+json')
    .header('x-request-id', request.id)
    .serializer(JSON.stringify)
    .send({ ...details, ...document })
}

function problemOf(error: FastifyError | Error): HttpProblem {
  if (error instanceof HttpProblem) return error
  if (error instanceof DomainError)
    return new HttpProblem(statusOf[error.code], error.code, error.message, error.details)
  if ('validation' in error && error.validation) return new HttpProblem(400, 'invalid-input', validationDetail(error))
  const known = 'code' in error ? frameworkProblems[error.code] : undefined
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500
  if (status >= 500)
    return new HttpProblem(
      500,
      'internal',
      'Something went wrong at the desk. Try again; if it stays, give your owner the request id.',
    )
  return known
    ? new HttpProblem(status, ...known)
    : new HttpProblem(status, 'invalid-input', 'The request could not be read.')
}

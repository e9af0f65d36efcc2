import type { Problem } from '@textdesk/server/contract'

/** A request that was refused or never got an answer; `message` is a sentence for the agent. */
export class ApiError extends Error {
  /** 0 when no answer came. */
  readonly status: number
  readonly code: string
  readonly requestId: string | null
  readonly details: Readonly<Record<string, unknown>>

  constructor(status: number, code: string, message: string, requestId: string | null, details = {}) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.code = code
    this.requestId = requestId
    this.details = details
  }

  /** The server may or may not have done it: the same attempt can be made again. */
  get isUnanswered(): boolean {
    return this.status === 0
  }

  /** Likely over in a moment: no answer, or a desk with too much to do. */
  get isPassing(): boolean {
    return this.isUnanswered || this.code === 'overloaded'
  }
}

/** What a proxy says in place of a desk that does not answer; the desk itself gives a code with it. */
const fromProxies = new Set([502, 503, 504])

export function unanswered(): ApiError {
  return new ApiError(0, 'no-answer', 'The desk did not answer. Check the connection, then try again.', null)
}

export function fromProblem(status: number, problem: Partial<Problem>): ApiError {
  if (problem.code === undefined && fromProxies.has(status)) return unanswered()
  return new ApiError(
    status,
    problem.code ?? `http-${status}`,
    problem.detail ?? problem.title ?? standIn(status),
    problem.requestId ?? null,
    problem,
  )
}

/** For answers that are no problem document, such as a proxy's own page. */
function standIn(status: number): string {
  if (status === 401) return 'You are signed out. Sign in to carry on.'
  if (status === 403) return 'Your account is not allowed to do this. Ask the owner of the desk.'
  if (status === 404) return 'This is not here. It may have been removed.'
  if (status === 429) return 'Too many requests. Wait a minute, then try again.'
  return `The desk could not do this (${status}). Try again.`
}

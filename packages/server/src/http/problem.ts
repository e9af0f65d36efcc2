/** A refusal that only HTTP knows, e.g. an unreadable webhook. Rules of the desk throw DomainError instead. */
export class HttpProblem extends Error {
  readonly status: number
  readonly code: string
  readonly details: Readonly<Record<string, string | number>>

  constructor(status: number, code: string, detail: string, details: Readonly<Record<string, string | number>> = {}) {
    super(detail)
    this.name = 'HttpProblem'
    this.status = status
    this.code = code
    this.details = details
  }
}

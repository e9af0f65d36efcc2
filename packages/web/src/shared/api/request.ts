import { ApiError, fromProblem, unanswered } from './api-error.ts'

export interface RequestOptions {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal | undefined
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type SignedOutListener = () => void

/** A connection that is cut without a word, by a lid or a tunnel, would otherwise be waited for until the browser gives up. */
const MAX_WAIT_MS = 30_000

const signedOutListeners = new Set<SignedOutListener>()
let answeredAt = Date.now()
/** How often somebody signed in here. A refusal of a request from before says nothing of the session of now. */
let entries = 0

/** When the desk last did what this page asked, in UTC milliseconds. */
export function lastAnsweredAt(): number {
  return answeredAt
}

/** To be called when somebody has signed in. */
export function noteEntry(): void {
  entries += 1
}

/** Signing in again ends it: false from then on. */
export function sameEntry(): () => boolean {
  const before = entries
  return () => before === entries
}

/** Called when the desk no longer knows who asks. */
export function onSignedOut(listener: SignedOutListener): void {
  signedOutListeners.add(listener)
}

/** One call to the desk's API. Throws ApiError for every refusal, and for no answer at all. */
export async function request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  const isOfNow = sameEntry()
  const response = await send(method, path, options)
  if (response.ok) {
    answeredAt = Date.now()
    return (await readJson(response)) as T
  }
  const error = fromProblem(response.status, ((await readJson(response)) ?? {}) as object)
  const isSignedOut = response.status === 401 && path !== '/api/session' && isOfNow()
  if (isSignedOut) for (const listener of signedOutListeners) listener()
  throw error
}

async function send(method: Method, path: string, { body, headers, signal }: RequestOptions): Promise<Response> {
  const tooLong = AbortSignal.timeout(MAX_WAIT_MS)
  try {
    return await fetch(path, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, tooLong]) : tooLong,
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw unanswered()
  }
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text().catch(() => {
    throw unanswered()
  })
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The error as the page shows it, whatever was thrown. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  return new ApiError(0, 'page-fault', 'Something in the page went wrong. Reload it, then try again.', null)
}

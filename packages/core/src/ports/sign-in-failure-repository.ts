export interface SignInFailures {
  readonly count: number
  readonly lastAt: number
}

/** Failed attempts to sign in, per account and per network address. */
export interface SignInFailureRepository {
  /** Nobody else reads or changes it before this unit of work is over. */
  find(key: string): Promise<SignInFailures | null>
  record(key: string, at: number): Promise<void>
  clear(key: string): Promise<void>
}

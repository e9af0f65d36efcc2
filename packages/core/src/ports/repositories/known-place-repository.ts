/** A browser or a network address that an agent has signed in from. */
export interface KnownPlace {
  /** Of the browser's device token, or of the address. */
  readonly digest: string
  readonly agentId: string
  readonly firstAt: number
  readonly lastAt: number
}

export interface KnownPlaceRepository {
  /** Of all agents who have signed in there since then. */
  list(digest: string, since: number): Promise<KnownPlace[]>
  /** Notes a sign-in, the first one there or another. */
  note(visit: { readonly digest: string; readonly agentId: string; readonly at: number }): Promise<void>
  /** Forgets where the agent signed in, except the place given. */
  removeForAgent(agentId: string, exceptDigest: string | null): Promise<void>
  /** Forgets the places that nobody has signed in from since then. */
  forget(before: number): Promise<void>
}

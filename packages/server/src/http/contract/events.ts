/** What GET /api/events sends, as `event:` name and JSON `data:`. */
export type DeskEvent =
  /** Something about this ticket changed: fetch it again. */
  | { readonly event: 'ticket'; readonly data: { readonly number: number; readonly what: string } }
  /** Who looks at this ticket now; empty when nobody does. After a reset, one for each ticket that somebody looks at. */
  | { readonly event: 'presence'; readonly data: { readonly number: number; readonly viewers: readonly Viewer[] } }
  /** Fetch the canned replies again. */
  | { readonly event: 'canned-replies'; readonly data: Record<string, never> }
  /** Something about the desk as a whole changed: what came to the webhooks, or what is wrong. For owners' pages. */
  | { readonly event: 'desk'; readonly data: { readonly what: 'webhooks' | 'alerts' } }
  /** Fetch everything on screen again. */
  | { readonly event: 'reset'; readonly data: Record<string, never> }
  /** Somebody ended this session: nothing of the page may stay. The stream ends. */
  | { readonly event: 'signed-out'; readonly data: Record<string, never> }
  /** Every 15 s, so that the page can tell a quiet stream from a dead one. */
  | { readonly event: 'ping'; readonly data: Record<string, never> }

export interface Viewer {
  /** The agent's. */
  readonly id: string
  readonly name: string
  /** Not only reading. */
  readonly writing: boolean
}

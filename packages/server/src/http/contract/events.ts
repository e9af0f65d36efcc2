/** What GET /api/events sends, as `event:` name and JSON `data:`. */
export type DeskEvent =
  /** Something about this ticket changed: fetch it again. */
  | { readonly event: 'ticket'; readonly data: { readonly number: number; readonly what: string } }
  /** Fetch everything on screen again. */
  | { readonly event: 'reset'; readonly data: Record<string, never> }
  /** Every 15 s, so that the page can tell a quiet stream from a dead one. */
  | { readonly event: 'ping'; readonly data: Record<string, never> }

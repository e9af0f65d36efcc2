import type { IncidentKind } from './incident.ts'

/** What a look at one thing showed. Where it showed neither trouble nor its end there is no finding. */
export type Finding =
  | { readonly kind: IncidentKind; readonly subject: string; readonly trouble: true; readonly sentence: string }
  | { readonly kind: IncidentKind; readonly subject: string; readonly trouble: false }

/** The subject of what concerns the desk as a whole. */
export const WHOLE_DESK = ''

/** Who works at the demo desk. */
export type DemoAgent = 'dana' | 'ana' | 'ben'

interface Timed {
  /** Minutes since the step before it; the first step is where the conversation starts. */
  readonly after: number
}

interface ByAgent extends Timed {
  readonly by: DemoAgent
}

/** What happens in a conversation, one thing a step. */
export type DemoStep =
  | (Timed & { readonly text: string })
  | (ByAgent & { readonly reply: string })
  | (ByAgent & { readonly undone: string })
  | (ByAgent & { readonly note: string })
  | (ByAgent & { readonly starts: string })
  | (ByAgent & { readonly assign: DemoAgent | null })
  | (ByAgent & { readonly tags: readonly string[] })
  /** Minutes. */
  | (ByAgent & { readonly snoozesFor: number })
  /** A reply that was begun. */
  | (ByAgent & { readonly draft: string })
  | (ByAgent & { readonly closes: true })
  | (ByAgent & { readonly resends: true })
  | (ByAgent & { readonly blocks: true })

export interface DemoConversation {
  /** As the desk calls the customer; null when nobody has named them yet. */
  readonly name: string | null
  /** What colleagues should know of them. */
  readonly about?: string
  /** Reserved for fiction, or a sender that is no number. */
  readonly from: string
  /** Minutes before now. */
  readonly began: number
  readonly steps: readonly DemoStep[]
  /** Whoever signs in has not read its end. */
  readonly unread?: true
}

export const hours = (count: number): number => count * 60
export const days = (count: number): number => count * 24 * 60

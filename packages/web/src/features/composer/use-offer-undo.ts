import { useQueryClient } from '@tanstack/vue-query'
import type { Message } from '@textdesk/server/contract'
import { draftAgain } from '../../entities/reply/draft-again.ts'
import { useDrafts } from '../../entities/reply/drafts.ts'
import { refreshTimeline } from '../../entities/ticket/refresh-timeline.ts'
import { undoReply } from '../../entities/ticket/thread-api.ts'
import { useUndo } from '../undo/undo.ts'

/** A reply can be taken back while the desk holds it; its text then comes back as the draft, unless there is another. */
export function useOfferUndo(): (number: number, message: Message) => void {
  const queries = useQueryClient()
  const drafts = useDrafts()
  const undo = useUndo()

  async function takeBack(number: number, message: Message): Promise<undefined> {
    try {
      await undoReply(number, message.id)
    } finally {
      refreshTimeline(queries, number)
    }
    draftAgain(drafts, number, message.body)
  }

  return (number, message) => {
    const { state, dueAt } = message.delivery ?? {}
    if (state !== 'scheduled' || !dueAt) return
    undo.offer({
      key: message.id,
      done: `Replied on ticket ${number}`,
      ticket: number,
      until: Date.parse(dueAt),
      undo: () => takeBack(number, message),
    })
  }
}

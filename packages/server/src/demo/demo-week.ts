import type { DemoClock } from './demo-clock.ts'
import type { DemoOutbox } from './demo-outbox.ts'
import type { DemoPlayer } from './demo-player.ts'
import type { DemoConversation, DemoStep } from './demo-script.ts'

interface Deps {
  readonly clock: DemoClock
  readonly player: DemoPlayer
  readonly outbox: DemoOutbox
}

interface Happening {
  readonly at: number
  readonly conversation: DemoConversation
  readonly step: DemoStep
}

/** Lets all conversations happen side by side, as they would have, up to `now`. */
export async function playWeek(conversations: readonly DemoConversation[], now: number, deps: Deps): Promise<void> {
  const happenings = conversations.flatMap((conversation) => happeningsOf(conversation, now))
  for (const { at, conversation, step } of happenings.toSorted((a, b) => a.at - b.at)) {
    await passTo(at, deps)
    await deps.player.play(conversation, step)
  }
  await passTo(now, deps)
}

function happeningsOf(conversation: DemoConversation, now: number): Happening[] {
  let at = now - conversation.began * 60_000
  return conversation.steps.map((step) => {
    at += step.after * 60_000
    if (at > now) throw new Error(`The conversation with ${conversation.from} goes on after now`)
    return { at, conversation, step }
  })
}

async function passTo(moment: number, { clock, outbox }: Deps): Promise<void> {
  for (let due = outbox.nextDueAt; due !== null && due <= moment; due = outbox.nextDueAt) {
    clock.moveTo(due)
    await outbox.settle()
  }
  clock.moveTo(moment)
}

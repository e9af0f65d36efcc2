import { residentMemory } from '../desk/resident-memory.ts'
import type { Bench, Measurement } from '../measure.ts'
import { median } from '../report/statistics.ts'
import { megabytes } from '../report/units.ts'
import { deskSizes } from '../seed/desk-sizes.ts'
import type { DeskSize } from '../seed/fill-desk.ts'
import { openSeededDesk } from '../seed/open-seeded-desk.ts'

/** What agents ask for all day. Each list is read to its third page, each of so many tickets is opened. */
const VIEWS = ['waiting', 'open', 'replied', 'closed', 'all'] as const
const PAGES = 3

/** The memory a desk holds after the same work, on a million tickets and on a thousand. */
export async function restInMemory(bench: Bench): Promise<Measurement> {
  const { large, small } = deskSizes(bench)
  const { rounds, turns } = bench.quick ? { rounds: 1, turns: 1 } : { rounds: 3, turns: 60 }
  const measured: { large: number; small: number }[] = []
  for (let round = 1; round <= rounds; round += 1) {
    bench.say(`Weighing, round ${round} of ${rounds}`)
    measured.push({ large: await weigh(bench, large, turns), small: await weigh(bench, small, turns) })
  }
  const finding = {
    measure: `resident memory with ${large.tickets.toLocaleString('en-US')} tickets`,
    value: megabytes(median(measured.map((round) => round.large))),
    reference: `with ${small.tickets.toLocaleString('en-US')}`,
    referenceValue: megabytes(median(measured.map((round) => round.small))),
    ratio: median(measured.map((round) => round.large / round.small)),
    goal: { atMost: 1.3 },
  }
  const requests = turns * VIEWS.length * PAGES
  const note = `Memory: of a newly started desk after ${requests} list pages and as many opened tickets, ${rounds} starts of each.`
  return { findings: [finding], notes: [note] }
}

async function weigh(bench: Bench, size: DeskSize, turns: number): Promise<number> {
  const { client, pid, close } = await openSeededDesk(bench, size)
  for (let turn = 0; turn < turns; turn += 1) {
    for (const view of VIEWS) await readList(view, turn)
  }
  const bytes = residentMemory(pid)
  await close()
  return bytes

  async function readList(view: string, turn: number): Promise<void> {
    let cursor = ''
    for (let page = 0; page < PAGES; page += 1) {
      const list = JSON.parse(await client.read(`/api/tickets?view=${view}&limit=50${cursor}`))
      const { number } = list.items[turn % list.items.length]
      await client.read(`/api/tickets/${number}/messages?limit=50`)
      if (list.nextCursor === null) return
      cursor = `&cursor=${encodeURIComponent(list.nextCursor)}`
    }
  }
}

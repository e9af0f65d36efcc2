import type { Desk, UnitOfWork } from '../src/ports/unit-of-work.ts'

/**
 * Runs every unit of work a first time and throws that run away, as after a conflict. A unit of work that does more than use the
 * desk it was handed then shows: its side effect comes twice.
 */
export function runWorkTwice(unitOfWork: UnitOfWork): UnitOfWork {
  return {
    async run<T>(work: (desk: Desk) => Promise<T>): Promise<T> {
      await runAndDiscard(unitOfWork, work)
      return unitOfWork.run(work)
    },
  }
}

async function runAndDiscard(unitOfWork: UnitOfWork, work: (desk: Desk) => Promise<unknown>): Promise<void> {
  const discarded = new Error('Discarded')
  await unitOfWork
    .run(async (desk) => {
      await work(desk)
      throw discarded
    })
    .catch(() => {
      // Whatever the unit of work throws, it throws again in the run that counts.
    })
}

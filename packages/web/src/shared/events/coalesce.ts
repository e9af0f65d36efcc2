/** How long to rest after a run that took this long, both in milliseconds. */
type Rest = (tookMs: number) => number

/**
 * Runs at once when it was quiet. Calls that come while it runs or rests lead to one more run after that, so that the last
 * change is never missed.
 */
export function coalesce(work: () => Promise<unknown>, rest: Rest = () => 0): () => void {
  let busy = false
  let again = false

  async function run(): Promise<void> {
    if (busy) {
      again = true
      return
    }
    busy = true
    const started = performance.now()
    // What went wrong is kept with the answer it concerns; here only the turn counts.
    await work().catch(() => undefined)
    const pause = rest(performance.now() - started)
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause))
    busy = false
    if (again) {
      again = false
      await run()
    }
  }

  return () => void run()
}

/** The busier the desk, the longer its answers take: to rest four times as long leaves it room. Never above a second. */
export function leaveRoom(leastMs: number): Rest {
  return (tookMs) => Math.min(1000, Math.max(leastMs, 4 * tookMs))
}

/** Runs at once; calls that come while it runs lead to one more run after it, so that the last change is never missed. */
export function coalesce(work: () => Promise<unknown>): () => void {
  let running = false
  let again = false

  async function run(): Promise<void> {
    if (running) {
      again = true
      return
    }
    running = true
    // What went wrong is kept with the answer it concerns; here only the turn counts.
    await work().catch(() => undefined)
    running = false
    if (again) {
      again = false
      await run()
    }
  }

  return () => void run()
}

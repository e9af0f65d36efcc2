// What the launcher tells the person who started it.

/** Runs one slow step and says in one line what it was and how long it took. */
export async function step(title, work) {
  const started = Date.now()
  const result = await work()
  console.error(`${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  return result
}

export function fail(error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

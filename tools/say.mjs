// What the launcher tells the person who started it.

/** Says in one line what slow step begins, and on the same line how long it took. */
export async function step(title, work) {
  const started = Date.now()
  process.stderr.write(`${title} ... `)
  try {
    return await work()
  } finally {
    process.stderr.write(`${((Date.now() - started) / 1000).toFixed(1)} s\n`)
  }
}

export function fail(error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

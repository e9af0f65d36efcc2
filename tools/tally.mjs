// How many tests passed and failed, read from the runners' JSON reports; a missing report counts nothing.

export function countVitest(report) {
  return { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 }
}

export function countPlaywright(report) {
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {}
  return { passed: expected, failed: unexpected + flaky }
}

/** A runner may fail without a failed test, when a file does not load or an error escapes: that is one failure too. */
export function settle(count, exitCode) {
  return exitCode !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
}

export function add(one, other) {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed }
}

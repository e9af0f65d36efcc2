// npm runs scripts through `sh -c`, which passes no signals on: the launcher notices for itself that it was left alone.
import { readFileSync } from 'node:fs'

const everyMs = 500

/** Calls back once when the process that started the launcher, or npm above its shell, is gone. */
export function watchParent(onGone) {
  const before = lineage()
  const timer = setInterval(() => {
    if (lineage() === before) return
    clearInterval(timer)
    onGone()
  }, everyMs)
  timer.unref()
}

function lineage() {
  const above = process.env.npm_lifecycle_event === undefined ? '' : parentOf(process.ppid)
  return `${process.ppid} ${above}`
}

// Only Linux tells; elsewhere the direct parent has to do.
function parentOf(pid) {
  try {
    return /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? ''
  } catch {
    return ''
  }
}

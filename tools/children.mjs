// Programs the launcher starts: they get its signals, and none outlives whoever started the launcher.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { watchParent } from './parent.mjs'

const graceMs = 12_000
const running = new Set()
let guarded = false

/** Runs a program on the launcher's own terminal and returns its exit code. */
export async function run(command, args, options) {
  const { code } = await start(command, args, { ...options, stdio: 'inherit' })
  return code
}

/** Runs a program quietly and returns its exit code with all it printed. */
export async function capture(command, args, options) {
  let output = ''
  const keep = (child) => {
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
  }
  const { code } = await start(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] }, keep)
  return { code, output: output.trim() }
}

/** Runs several programs side by side; when one ends the others are stopped. */
export async function runTogether(commands) {
  const codes = commands.map(async ([command, args, options]) => {
    const code = await run(command, args, options)
    stopAll('SIGTERM')
    return code
  })
  return Math.max(...(await Promise.all(codes)))
}

function start(command, args, options, onSpawn = () => {}) {
  guard()
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, options)
    running.add(child)
    onSpawn(child)
    child.once('error', (error) => {
      running.delete(child)
      reject(
        new Error(
          error.code === 'ENOENT'
            ? `"${command}" was not found. Install it, then run the command again.`
            : error.message,
        ),
      )
    })
    child.once('close', (code, signal) => {
      running.delete(child)
      resolve({ code: code ?? 128 + constants.signals[signal] })
    })
  })
}

function guard() {
  if (guarded) return
  guarded = true
  process.on('SIGTERM', () => stopAll('SIGTERM'))
  process.on('SIGHUP', () => stopAll('SIGHUP'))
  // Ctrl-C reaches the whole foreground group, the children included; a second signal would cut their orderly stop short.
  process.on('SIGINT', () => (process.stdin.isTTY ? killLater() : stopAll('SIGINT')))
  watchParent(() => stopAll('SIGTERM'))
}

function stopAll(signal) {
  for (const child of running) child.kill(signal)
  killLater()
}

function killLater() {
  setTimeout(() => {
    for (const child of running) child.kill('SIGKILL')
  }, graceMs).unref()
}

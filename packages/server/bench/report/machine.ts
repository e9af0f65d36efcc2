import { closeSync, fsyncSync, openSync, readFileSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs'
import { availableParallelism, cpus, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { median } from './statistics.ts'

const FILE_SYSTEMS: Readonly<Record<number, string>> = {
  0xef53: 'ext4',
  0x58465342: 'xfs',
  0x9123683e: 'btrfs',
  0x2fc12fc1: 'zfs',
  0x01021994: 'tmpfs',
  0x794c7630: 'overlay',
  0x1a: 'apfs',
}
const FSYNCS = 50

/** What the figures were measured on; names no host and no path. */
export function describeMachine(folder: string): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown'
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB memory`
  const system = `${type()} ${release().split('-')[0]}`
  const node = `Node ${process.versions.node}`
  return `${availableParallelism()} cores of ${model}, ${memory}, ${system}, ${node}; disk: ${describeDisk(folder)}`
}

export function describeDisk(folder: string): string {
  return `${fileSystem(folder)}, ${diskKind(folder)}; 4 KB written with fsync: ${fsyncTime(folder).toFixed(2)} ms`
}

function fileSystem(folder: string): string {
  return FILE_SYSTEMS[statfsSync(folder).type] ?? 'unknown file system'
}

/** Linux tells under /sys, for the disk itself or for the disk of a partition. */
function diskKind(folder: string): string {
  const { dev } = statSync(folder)
  const device = `/sys/dev/block/${(dev >> 8) & 0xfff}:${(dev & 0xff) | ((dev >> 12) & 0xfff00)}`
  for (const queue of [`${device}/queue`, `${device}/../queue`]) {
    try {
      return readFileSync(`${queue}/rotational`, 'utf8').trim() === '0'
        ? 'solid state or virtual'
        : 'rotating or virtual'
    } catch {
      // Not there: the next place, or another system.
    }
  }
  return 'unknown kind'
}

/** Milliseconds, median. */
function fsyncTime(folder: string): number {
  const file = join(folder, 'fsync-probe')
  const handle = openSync(file, 'w')
  const page = Buffer.alloc(4096, 1)
  const times = Array.from({ length: FSYNCS }, () => {
    const started = performance.now()
    writeSync(handle, page)
    fsyncSync(handle)
    return performance.now() - started
  })
  closeSync(handle)
  rmSync(file)
  return median(times)
}

import { type Finding, WHOLE_DESK } from './finding.ts'
import type { StorageUse } from './storage-use.ts'

const GIB = 1024 ** 3
const LOW = { share: 0.05, bytes: GIB }
/** Enough above the limit that a disk at the limit is not told of again and again. */
const ENOUGH = { share: 0.07, bytes: 1.5 * GIB }

/** Less than a twentieth of the disk or less than 1 GiB is free. */
export function findFullDisk({ disk }: StorageUse): Finding | null {
  if (disk === null) return null
  const share = disk.freeBytes / disk.totalBytes
  if (share < LOW.share || disk.freeBytes < LOW.bytes) {
    return { kind: 'disk-nearly-full', subject: WHOLE_DESK, trouble: true, sentence: describe(disk.freeBytes) }
  }
  const isEnough = share >= ENOUGH.share && disk.freeBytes >= ENOUGH.bytes
  return isEnough ? { kind: 'disk-nearly-full', subject: WHOLE_DESK, trouble: false } : null
}

function describe(freeBytes: number): string {
  const free = (freeBytes / GIB).toFixed(1)
  return `The disk with the desk's data has ${free} GiB left. Make room: a full disk takes in no texts.`
}

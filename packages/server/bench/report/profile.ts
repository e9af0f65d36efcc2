import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

interface Profile {
  readonly nodes: readonly Frame[]
  readonly samples: readonly number[]
  /** Microseconds. */
  readonly timeDeltas: readonly number[]
}

interface Frame {
  readonly id: number
  readonly callFrame: { readonly functionName: string; readonly url: string }
  readonly children?: readonly number[]
}

/** Whose work a frame is; the innermost one that anybody claims decides. */
const AREAS: ReadonlyArray<readonly [area: string, claim: RegExp]> = [
  ['commit: log, fsync, checkpoint', /sqlite\/write-transaction/],
  ['SQL statements', /sqlite\/sqlite-statements/],
  [
    'speaking to PostgreSQL',
    /node_modules\/pg(-\w+)?\/|persistence\/postgres\/(postgres-session|prepared-queries|storable)/,
  ],
  ['signature', /verify-signature|fast-jwt/],
  ['reading the form', /webhooks\/decode-body|sms\/messagebird\//],
  ['use case, repositories, group commit', /core\/src\/|server\/src\/(persistence|system|workers)\//],
  ['garbage collection', /garbage collector/],
  ['starting', /node:internal\/modules/],
]
const NOBODY = /^\((idle|program|root)\)$/

/** Where the thread of the last desk that was profiled spent its time, as shares of all but idling. */
export function describeProfile(folder: string): string {
  const files = readdirSync(folder).map((name) => join(folder, name))
  const newest = files.toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0]
  if (newest === undefined) throw new Error('The desk left no profile')
  const spent = timeByArea(JSON.parse(readFileSync(newest, 'utf8')))
  const total = [...spent.values()].reduce((sum, time) => sum + time, 0)
  const shares = [...spent]
    .sort((a, b) => b[1] - a[1])
    .map(([area, time]) => `${area} ${Math.round((100 * time) / total)} %`)
  return `Of the time the desk's thread was busy: ${shares.join('; ')}.`
}

function timeByArea({ nodes, samples, timeDeltas }: Profile): Map<string, number> {
  const frames = new Map(nodes.map((node) => [node.id, node]))
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])))
  const areas = new Map(nodes.map(({ id }) => [id, areaOf(pathFrom(id))]))
  const spent = new Map<string, number>()
  samples.forEach((id, place) => {
    const area = areas.get(id) ?? null
    if (area !== null) spent.set(area, (spent.get(area) ?? 0) + (timeDeltas[place] ?? 0))
  })
  return spent

  /** From the frame outwards: the file of each, or its name where it is none of a file's. */
  function pathFrom(leaf: number): string[] {
    const path: string[] = []
    for (let id: number | undefined = leaf; id !== undefined; id = parents.get(id)) {
      const { url = '', functionName = '' } = frames.get(id)?.callFrame ?? {}
      path.push(url || functionName)
    }
    return path
  }
}

function areaOf(path: readonly string[]): string | null {
  if (NOBODY.test(path[0] ?? '')) return null
  for (const place of path) {
    const claimed = AREAS.find(([, claim]) => claim.test(place))
    if (claimed) return claimed[0]
  }
  return 'HTTP: Node, Fastify, sockets'
}

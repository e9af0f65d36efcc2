import { METRICS_TOKEN } from '../../test/support/live-settings.ts'

export interface ServerFigures {
  readonly streams: number
  readonly memoryMiB: number
}

/** What a server says of itself at `/metrics`. */
export async function readFigures(url: string): Promise<ServerFigures> {
  const headers = { authorization: `Bearer ${METRICS_TOKEN}` }
  const text = await (await fetch(`${url}/metrics`, { headers })).text()
  const read = (name: string) => Number(new RegExp(`^${name} ([\\d.e+]+)$`, 'm').exec(text)?.[1])
  return { streams: read('textdesk_event_streams'), memoryMiB: read('process_resident_memory_bytes') / 2 ** 20 }
}

export interface ServerFigures {
  readonly streams: number
  readonly memoryMiB: number
}

/** What a server says of itself at `/metrics`. */
export async function readFigures(url: string): Promise<ServerFigures> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const read = (name: string) => Number(new RegExp(`^${name} ([\\d.e+]+)$`, 'm').exec(text)?.[1])
  return { streams: read('textdesk_event_streams'), memoryMiB: read('process_resident_memory_bytes') / 2 ** 20 }
}

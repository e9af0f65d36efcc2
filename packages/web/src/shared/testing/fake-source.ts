/** Stands in for an EventSource: says what the spec has it say. */
export class FakeSource extends EventTarget {
  closed = false

  close(): void {
    this.closed = true
  }

  send(event: string, data = '{}'): void {
    this.dispatchEvent(new MessageEvent(event, { data }))
  }

  asEventSource(): EventSource {
    return this as unknown as EventSource
  }
}

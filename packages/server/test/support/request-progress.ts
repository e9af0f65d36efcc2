const END_OF_HEAD = '\r\n\r\n'

/** How far one HTTP/1.1 request with a Content-Length has come over a connection. */
export class RequestProgress {
  #head = ''
  /** Null while the head is not over. */
  #length: number | null = null
  #body = 0

  /** The part of a chunk that ends with so many bytes of the body, and whether they are all there now. */
  upTo(chunk: Buffer, bodyBytes: number): { passed: Buffer; isOver: boolean } {
    const headBytes = this.#length === null ? this.#readHead(chunk) : 0
    if (this.#length === null) return { passed: chunk, isOver: false }
    const wanted = Math.min(bodyBytes, this.#length)
    const passed = chunk.subarray(0, headBytes + Math.max(0, wanted - this.#body))
    this.#body += passed.length - headBytes
    return { passed, isOver: this.#body >= wanted }
  }

  /** How much of the chunk belongs to the head. */
  #readHead(chunk: Buffer): number {
    const before = this.#head.length
    this.#head += chunk.toString('latin1')
    const end = this.#head.indexOf(END_OF_HEAD)
    if (end === -1) return chunk.length
    this.#length = Number(/^content-length: *(\d+)/im.exec(this.#head)?.[1] ?? 0)
    return end + END_OF_HEAD.length - before
  }
}

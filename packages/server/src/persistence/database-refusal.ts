/** The database does not let the desk do what was asked. The message says what is the matter, then what to do. */
export class DatabaseRefusal extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'DatabaseRefusal'
  }
}

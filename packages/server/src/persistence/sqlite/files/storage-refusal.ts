/** What was asked of a database's file is not done, and nothing was changed; the message says why and what to do. */
export class StorageRefusal extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'StorageRefusal'
  }
}

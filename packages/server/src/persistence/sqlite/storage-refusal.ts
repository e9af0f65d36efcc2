/** A back-up or a restore that is not done, and nothing was changed; its message says why and what to do. */
export class StorageRefusal extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'StorageRefusal'
  }
}

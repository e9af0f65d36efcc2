/** Room for the desk's data, in bytes. */
export interface StorageUse {
  readonly databaseBytes: number
  /** Of the disk that holds the database. */
  readonly disk: { readonly freeBytes: number; readonly totalBytes: number } | null
}

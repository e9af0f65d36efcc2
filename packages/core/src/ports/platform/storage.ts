import type { StorageUse } from '../../domain/incident/storage-use.ts'

export interface Storage {
  read(): Promise<StorageUse>
}

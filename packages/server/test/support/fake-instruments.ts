import type {
  AccountReading,
  AddressReading,
  ProviderAccount,
  PublicAddress,
  Storage,
  StorageUse,
} from '@textdesk/core'

const GIB = 1024 ** 3

/** An account, an address and a disk that say what the test wants, and count how often they were asked. */
export class FakeInstruments {
  accountReading: AccountReading = { kind: 'ok', balance: { amount: 12.5, unit: 'euros', payment: 'prepaid' } }
  addressReading: AddressReading = { kind: 'arrives' }
  storageUse: StorageUse = { databaseBytes: 4_096, disk: { freeBytes: 50 * GIB, totalBytes: 100 * GIB } }
  asked = 0

  readonly account: ProviderAccount = {
    read: async () => {
      this.asked += 1
      return this.accountReading
    },
  }

  readonly address: PublicAddress = { read: async () => this.addressReading }
  readonly storage: Storage = { read: async () => this.storageUse }
}

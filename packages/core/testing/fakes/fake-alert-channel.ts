import type { Alert, AlertChannel } from '../../src/ports/platform/alert-channel.ts'

/** Keeps what the owner was told. */
export class FakeAlertChannel implements AlertChannel {
  readonly told: Alert[] = []
  works = true

  async tell(alert: Alert): Promise<boolean> {
    if (this.works) this.told.push(alert)
    return this.works
  }
}

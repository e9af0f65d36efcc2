import type { ReceivedReport } from '../../domain/message/received-report.ts'
import type { ReceivedText } from '../../domain/message/received-text.ts'

/** Takes in a text, whichever way it came. */
export interface TextReceiver {
  execute(text: ReceivedText): Promise<{ readonly kind: 'stored' | 'marked' | 'duplicate' }>
}

/** Takes in a delivery report, whichever way it came. */
export interface ReportReceiver {
  execute(report: ReceivedReport): Promise<unknown>
}

import type { Route } from '../route.ts'
import { receiveReport } from './receive-report.route.ts'
import { receiveText } from './receive-text.route.ts'

export const webhookRoutes: readonly Route[] = [receiveText, receiveReport]

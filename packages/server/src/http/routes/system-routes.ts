import type { Route } from '../route.ts'
import { deletePracticeTickets } from './delete-practice-tickets.route.ts'
import { getAlerts } from './get-alerts.route.ts'
import { getChecklist } from './get-checklist.route.ts'
import { getHealth } from './get-health.route.ts'
import { getMetrics } from './get-metrics.route.ts'
import { getProbe } from './get-probe.route.ts'
import { getReadiness } from './get-readiness.route.ts'
import { getSystem } from './get-system.route.ts'

/** For owners and for machines: how the desk itself is doing. */
export const systemRoutes: readonly Route[] = [
  getChecklist,
  getSystem,
  getAlerts,
  deletePracticeTickets,
  getProbe,
  getHealth,
  getReadiness,
  getMetrics,
]

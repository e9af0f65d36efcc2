import type { Route } from '../../route.ts'
import { getAlerts } from './get-alerts.route.ts'
import { getEvents } from './get-events.route.ts'
import { getHealth } from './get-health.route.ts'
import { getMetrics } from './get-metrics.route.ts'
import { getProbe } from './get-probe.route.ts'
import { getReadiness } from './get-readiness.route.ts'
import { getSystem } from './get-system.route.ts'

/** For owners and for machines: how the desk itself is doing. */
export const operationsRoutes: readonly Route[] = [
  getEvents,
  getSystem,
  getAlerts,
  getProbe,
  getHealth,
  getReadiness,
  getMetrics,
]

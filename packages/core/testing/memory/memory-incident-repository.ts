import type { Incident } from '../../src/domain/incident/incident.ts'
import type { IncidentRepository } from '../../src/ports/repositories/incident-repository.ts'
import type { MemoryTables } from './memory-tables.ts'

export class MemoryIncidentRepository implements IncidentRepository {
  readonly #tables: MemoryTables

  constructor(tables: MemoryTables) {
    this.#tables = tables
  }

  async find(id: string): Promise<Incident | null> {
    return this.#tables.incidents.get(id)
  }

  async listOpen(): Promise<Incident[]> {
    return openIncidents(this.#tables)
  }

  async listUntold(now: number): Promise<Incident[]> {
    const due = ({ notice }: Incident) => notice?.nextAttemptAt ?? Number.POSITIVE_INFINITY
    return this.#tables.incidents.where((incident) => due(incident) <= now).sort((a, b) => due(a) - due(b))
  }

  async add(incident: Incident): Promise<boolean> {
    const { kind, subject } = incident
    if (openIncidents(this.#tables).some((open) => open.kind === kind && open.subject === subject)) return false
    this.#tables.incidents.put(incident.id, incident)
    return true
  }

  async save(incident: Incident): Promise<void> {
    this.#tables.incidents.replace(incident.id, incident)
  }

  async forgetResolved(before: number): Promise<void> {
    this.#tables.incidents.removeWhere(({ resolvedAt }) => resolvedAt !== null && resolvedAt < before)
  }
}

export function openIncidents({ incidents }: MemoryTables): Incident[] {
  return incidents.where(({ resolvedAt }) => resolvedAt === null).sort((a, b) => a.openedAt - b.openedAt)
}

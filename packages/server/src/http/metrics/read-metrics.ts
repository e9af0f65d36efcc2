import { Counter, Gauge, type Registry } from 'prom-client'

/** A value of the metric's label, and the figure that goes with it. */
export type Sample = [label: string, value: number]
type Reading = number | readonly Sample[]

interface Metric {
  readonly name: string
  readonly help: string
  /** The one label, where there is one. */
  readonly label?: string
  readonly read: () => Reading | Promise<Reading>
}

/** Counted elsewhere and read when somebody asks: `read` never answers less than before in one process. */
export function readCounter(registry: Registry, { name, help, label, read }: Metric): void {
  new Counter({
    name,
    help,
    labelNames: label ? [label] : [],
    registers: [registry],
    async collect() {
      const samples = samplesOf(await read())
      this.reset()
      for (const [value, count] of samples) this.inc(label ? { [label]: value } : {}, count)
    },
  })
}

export function readGauge(registry: Registry, { name, help, label, read }: Metric): void {
  new Gauge({
    name,
    help,
    labelNames: label ? [label] : [],
    registers: [registry],
    async collect() {
      const samples = samplesOf(await read())
      this.reset()
      for (const [value, figure] of samples) this.set(label ? { [label]: value } : {}, figure)
    },
  })
}

function samplesOf(reading: Reading): readonly Sample[] {
  return typeof reading === 'number' ? [['', reading]] : reading
}

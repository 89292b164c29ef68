import type { Store } from './store/connection.ts'

/** Counters of this instance in Prometheus' text format; what the database knows is asked when it is read. */
export function createMetrics() {
  const counters = new Map<string, number>()
  function count(name: string, labels: Record<string, string>): void {
    const text = Object.entries(labels)
      .map(([label, value]) => `${label}="${value.replaceAll(/["\\\n]/g, '_')}"`)
      .join(',')
    const key = `${name}{${text}}`
    counters.set(key, (counters.get(key) ?? 0) + 1)
  }
  return {
    request: (route: string, status: number) =>
      count('khosach_requests_total', { route, status: String(status) }),
    package: (outcome: string) => count('khosach_packages_total', { outcome }),
    refusal: (code: string) => count('khosach_refusals_total', { code }),
    async text({ db }: Store): Promise<string> {
      const counted = await Promise.all(
        (['library', 'package', 'counted', 'upload'] as const).map(async (table) => {
          const { rows } = await db
            .selectFrom(table)
            .select((is) => is.fn.countAll<number>().as('rows'))
            .executeTakeFirstOrThrow()
          return `khosach_rows{table="${table}"} ${rows}`
        }),
      )
      const { rss } = process.memoryUsage()
      return [
        '# TYPE khosach_requests_total counter',
        '# TYPE khosach_packages_total counter',
        '# TYPE khosach_refusals_total counter',
        ...[...counters].map(([name, value]) => `${name} ${value}`),
        '# TYPE khosach_rows gauge',
        ...counted,
        '# TYPE process_resident_memory_bytes gauge',
        `process_resident_memory_bytes ${rss}`,
        '',
      ].join('\n')
    },
  }
}
export type Metrics = ReturnType<typeof createMetrics>

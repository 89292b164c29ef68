import type { Store } from './store/connection.ts'
/** Counters of this instance in Prometheus' text format; what the database knows is asked when it is read. */
export declare function createMetrics(): {
  request: (route: string, status: number) => void
  package: (outcome: string) => void
  refusal: (code: string) => void
  text({ db }: Store): Promise<string>
}
export type Metrics = ReturnType<typeof createMetrics>

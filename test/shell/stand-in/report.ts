/** What the stand-in says to the test that started it. */
export type Report = { ready: string } | { network: string } | { external: string } | { error: string }

export function tell(report: Report): void {
  process.send?.(report)
}

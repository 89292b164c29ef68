/** What the stand-in says to the test that started it. */
export type Report =
  | { ready: string }
  | { network: string }
  | { external: string }
  | { error: string }
  | { awake: string }
  | { relaunch: true }
  | { exit: number }

export function tell(report: Report): void {
  process.send?.(report)
}

/** Leaves without any of Node's own tidying up: what the app did not close itself stays open. */
export function leave(code: number): void {
  const report: Report = { exit: code }
  process.send?.(report, undefined, {}, () => process.kill(process.pid, 'SIGKILL'))
}

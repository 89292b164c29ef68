/** An entry of the menu that is more than a role. */
export type ShownEntry = { id: string; label: string; enabled: boolean }
/** What the test says to the stand-in: the entry of the menu that is picked. */
export type Wish = { pick: string }

/** What the stand-in says to the test that started it. */
export type Report =
  | { ready: string }
  | { network: string }
  | { external: string }
  | { error: string }
  | { awake: string }
  | { relaunch: string[] }
  | { menu: ShownEntry[] }
  | { message: string }
  | { exit: number }

export function tell(report: Report): void {
  process.send?.(report)
}

/** Leaves without any of Node's own tidying up: what the app did not close itself stays open. */
export function leave(code: number): void {
  const report: Report = { exit: code }
  process.send?.(report, undefined, {}, () => process.kill(process.pid, 'SIGKILL'))
}

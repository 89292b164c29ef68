import { instantAt } from '../../../shared/dates.ts'
import type { DoorStanding, RefusalReason } from '../../../shared/lan/contract.ts'

type Refused = DoorStanding['refused'][number]
export type Refusals = {
  note(address: string, reason: RefusalReason): void
  /** The newest first. */
  list(): Refused[]
}

const mostLines = 200

/** Who was turned away, and why; never with what was typed or asked. */
export function createRefusals(nowMs: () => number, onRefused: () => void): Refusals {
  let lines: Refused[] = []
  return {
    note(address, reason) {
      const at = instantAt(nowMs())
      const same = lines.find((line) => line.address === address && line.reason === reason)
      const line = { at, address, reason, times: (same?.times ?? 0) + 1 }
      lines = [line, ...lines.filter((each) => each !== same)].slice(0, mostLines)
      onRefused()
    },
    list: () => lines,
  }
}

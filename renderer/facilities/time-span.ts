import { displayDate } from '../../shared/dates.ts'

/** From a day on, and until which where it has ended. */
export function timeSpan(fromOn: string, untilOn: string | null): string {
  return `${displayDate(fromOn)} – ${untilOn === null ? '…' : displayDate(untilOn)}`
}

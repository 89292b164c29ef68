import type { TFunction } from 'i18next'
import { displayDate } from '../../shared/dates.ts'

/** From a day on, and until which where it has ended. */
export function timeSpan(t: TFunction, fromOn: string, untilOn: string | null): string {
  const from = displayDate(fromOn)
  return untilOn === null ? t('ui.since', { on: from }) : `${from} – ${displayDate(untilOn)}`
}

import type { TFunction } from 'i18next'
import { displayDate } from '../dates.ts'
import type { BurnUpWords } from './burn-up.ts'

/** What the burn-up says, on the screen and on paper. */
export function burnUpWords(
  t: TFunction,
  { number, hasStoppages }: { number: (value: number) => string; hasStoppages: boolean },
): BurnUpWords {
  return {
    title: t(hasStoppages ? 'digitization.progress.chartWithStoppages' : 'digitization.progress.chart'),
    number,
    date: displayDate,
    target: (shown) => t('digitization.progress.targetLine', { shown }),
    stoppage: (machine) =>
      machine === ''
        ? t('digitization.progress.allStood')
        : t('digitization.progress.machineStood', { machine }),
  }
}

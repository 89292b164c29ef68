import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import type { Progress } from '../../shared/digitization/contract.ts'
import { burnUp } from '../../shared/digitization/rules.ts'
import { DrawingFigure } from '../ui/DrawingFigure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

/** Titles carried through and where that leads; the same numbers stand in the table of weeks. */
export function BurnUp({ progress }: { progress: Progress }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const drawing = burnUp(progress, {
    title: t(
      progress.stoppages.length > 0
        ? 'digitization.progress.chartWithStoppages'
        : 'digitization.progress.chart',
    ),
    number,
    date: displayDate,
    target: (shown) => t('digitization.progress.targetLine', { shown }),
    stoppage: (machine) =>
      machine === ''
        ? t('digitization.progress.allStood')
        : t('digitization.progress.machineStood', { machine }),
  })
  return drawing && <DrawingFigure drawing={drawing} />
}

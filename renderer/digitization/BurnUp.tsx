import { useTranslation } from 'react-i18next'
import type { Progress } from '../../shared/digitization/contract.ts'
import { burnUp, burnUpWords } from '../../shared/digitization/rules.ts'
import { DrawingFigure } from '../ui/DrawingFigure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

/** Titles carried through and where that leads; the same numbers stand in the table of weeks. */
export function BurnUp({ progress }: { progress: Progress }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const hasStoppages = progress.stoppages.length > 0
  const drawing = burnUp(progress, burnUpWords(t, { number, hasStoppages }))
  return drawing && <DrawingFigure drawing={drawing} />
}

import { useTranslation } from 'react-i18next'
import type { Progress } from '../../shared/indicators/contract.ts'
import { useTargetWords } from '../plans/index.ts'
import { useNumberText } from '../ui/use-number-text.ts'

/** How far a figure has come: in hundredths of its target, or whether it keeps within its limit; whole with what counts towards it. */
export function TargetProgress({ progress, isWhole = false }: { progress: Progress; isWhole?: boolean }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const words = useTargetWords()
  const { isReached, percent, toDate, period, scope } = progress
  if (isReached === null) return <span className="soft">–</span>
  const standing = t(isReached ? 'plans.progress.reached' : 'plans.progress.notReached')
  const soFar = toDate === null ? [] : [t('plans.progress.toDate', { value: number(toDate) })]
  const title = [words.period(period), t(`plans.scopes.${scope}`), ...soFar].join('; ')
  const told = [standing, ...(isWhole ? soFar : [])].join('; ')
  return <span title={title}>{percent === null ? told : `${number(percent)} % (${told})`}</span>
}

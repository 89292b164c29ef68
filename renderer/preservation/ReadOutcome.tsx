import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = { outcome: Output<'preservation.readTexts'>; onClose: () => void }

const namedPages = 5

/** What a reading came to, with the pages that gave nothing by name. */
export function ReadOutcome({ outcome, onClose }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { read, low, failed, failedPaths, isWhole } = outcome
  const named = failedPaths.slice(0, namedPages).join(', ') + (failed > namedPages ? ', …' : '')
  const parts = [
    ...(isWhole ? [] : [t('preservation.readOutcome.cut')]),
    t('preservation.readOutcome.read', { count: read, shown: number(read) }),
    ...(low > 0 ? [t('preservation.readOutcome.low', { count: low, shown: number(low) })] : []),
    ...(failed > 0
      ? [t('preservation.readOutcome.failed', { count: failed, shown: number(failed), pages: named })]
      : []),
  ]
  return (
    <Notice icon={isWhole && failed === 0 ? 'check' : 'warning'} text={parts.join(' · ')}>
      <Button kind="quiet" onClick={onClose}>
        {t('common.actions.close')}
      </Button>
    </Notice>
  )
}

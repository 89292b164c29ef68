import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Output } from '../app/operation-types.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = {
  outcome: Output<'preservation.readTexts'>
  folder: Output<'preservation.folder'>
  onClose: () => void
}

const namedPages = 5

/** What a reading came to, with the pages that gave nothing by name. */
export function ReadOutcome({ outcome, folder, onClose }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { read, low, failed, failedPaths, left, isWhole } = outcome
  const named = failedPaths.slice(0, namedPages).join(', ') + (failed > namedPages ? ', …' : '')
  const parts = [
    ...(isWhole ? [] : [t('preservation.readOutcome.cut')]),
    t('preservation.readOutcome.read', { count: read, shown: number(read) }),
    ...(low > 0 ? [t('preservation.readOutcome.low', { count: low, shown: number(low) })] : []),
    ...(failed > 0
      ? [t('preservation.readOutcome.failed', { count: failed, shown: number(failed), pages: named })]
      : []),
    ...(left > 0 ? [t('preservation.readOutcome.left', { count: left, shown: number(left) })] : []),
  ]
  return (
    <Notice icon={isWhole && failed === 0 ? 'check' : 'warning'} text={parts.join(' · ')}>
      {folder.jobId !== null && folder.texts.withText === folder.texts.pages && (
        <Link className="button" to={`/digitization/jobs/${folder.jobId}`}>
          {t('preservation.readOutcome.job', { code: folder.jobCode })}
        </Link>
      )}
      <Button kind="quiet" onClick={onClose}>
        {t('common.actions.close')}
      </Button>
    </Notice>
  )
}

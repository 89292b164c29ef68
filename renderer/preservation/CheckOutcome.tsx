import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = { outcome: Output<'preservation.checkFolder'>; onClose: () => void }

/** What a check came to; a disk that went away is said first, since all else is then of the files before it. */
export function CheckOutcome({ outcome, onClose }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { isWhole, listed, read, good, noticed, bad, gone, ignored, unreadable } = outcome
  const parts = [
    t('preservation.outcome.seen', { listed: number(listed), read: number(read) }),
    t('preservation.outcome.sound', { count: good + noticed, shown: number(good + noticed) }),
    ...(noticed > 0 ? [t('preservation.outcome.noticed', { count: noticed, shown: number(noticed) })] : []),
    ...(bad > 0 ? [t('preservation.outcome.bad', { count: bad, shown: number(bad) })] : []),
    ...(gone > 0 ? [t('preservation.outcome.gone', { count: gone, shown: number(gone) })] : []),
    ...(ignored > 0 ? [t('preservation.outcome.ignored', { count: ignored, shown: number(ignored) })] : []),
    ...(unreadable > 0
      ? [t('preservation.outcome.unreadable', { count: unreadable, shown: number(unreadable) })]
      : []),
  ]
  const text = parts.join(' · ')
  return (
    <Notice
      icon={isWhole && bad + gone + unreadable === 0 ? 'check' : 'warning'}
      text={isWhole ? text : `${t('preservation.outcome.cut')} ${text}`}
    >
      <Button kind="quiet" onClick={onClose}>
        {t('common.actions.close')}
      </Button>
    </Notice>
  )
}

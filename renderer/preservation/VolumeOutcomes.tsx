import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

type Props<Outcome> = { outcome: Outcome; onClose: () => void }

export function FixityOutcome({ outcome, onClose }: Props<Output<'preservation.checkFixity'>>) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { matched, mismatched, missing, unreadable, left, isWhole } = outcome
  const parts = [
    ...(['mismatched', 'missing', 'unreadable'] as const).flatMap((key) =>
      outcome[key] > 0
        ? [t(`preservation.fixityOutcome.${key}`, { count: outcome[key], shown: number(outcome[key]) })]
        : [],
    ),
    t('preservation.fixityOutcome.matched', { count: matched, shown: number(matched) }),
    ...(left > 0 ? [t('preservation.fixityOutcome.left', { count: left, shown: number(left) })] : []),
    ...(isWhole ? [] : [t('preservation.fixityOutcome.cut')]),
  ]
  const isGood = isWhole && mismatched + missing + unreadable === 0
  return <Outcome isGood={isGood} text={parts.join(' · ')} onClose={onClose} />
}

export function RegisterOutcome({ outcome, onClose }: Props<Output<'preservation.registerCopies'>>) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { files, added, isWhole } = outcome
  const parts = [
    t('preservation.registerOutcome.seen', { count: files, shown: number(files) }),
    t('preservation.registerOutcome.added', { count: added, shown: number(added) }),
    ...(['known', 'strangers', 'unreadable'] as const).flatMap((key) =>
      outcome[key] > 0
        ? [t(`preservation.registerOutcome.${key}`, { count: outcome[key], shown: number(outcome[key]) })]
        : [],
    ),
    ...(isWhole ? [] : [t('preservation.registerOutcome.cut')]),
  ]
  return <Outcome isGood={isWhole && outcome.unreadable === 0} text={parts.join(' · ')} onClose={onClose} />
}

function Outcome({ isGood, text, onClose }: { isGood: boolean; text: string; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Notice icon={isGood ? 'check' : 'warning'} text={text}>
      <Button kind="quiet" onClick={onClose}>
        {t('common.actions.close')}
      </Button>
    </Notice>
  )
}

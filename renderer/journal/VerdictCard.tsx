import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Verdict } from '../../shared/journal/contract.ts'
import { CopyField } from '../ui/CopyField.tsx'
import { Icon } from '../ui/icons.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { anchorText } from './anchors.ts'

type Fault = NonNullable<Verdict['firstFault']>
const steps = ['stop', 'keep', 'tell'] as const

/** What the check found, in words: whole, or the first place that does not agree and what to do about it. */
export function VerdictCard({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { firstFault, head } = verdict
  const counts = { commands: number(verdict.commands), anchors: number(verdict.anchors) }
  // A chain that was rewritten as a whole agrees with itself: that says nothing where an anchor differs.
  const agreesBefore = verdict.commands > 0 && firstFault?.kind !== 'anchor_differs'
  return (
    <section className="card" role="status" aria-label={t('journal.verdict.title')}>
      {firstFault ? (
        <Broken fault={firstFault} before={agreesBefore ? t('journal.verdict.before', counts) : ''} />
      ) : (
        <>
          <h2 className="row tone-good">
            <Icon name="shield" />
            {t('journal.verdict.whole')}
          </h2>
          <p>{t('journal.verdict.wholeText', counts)}</p>
          <p className="soft">
            {t(verdict.anchors > 0 ? 'journal.verdict.anchors' : 'journal.verdict.noAnchors', counts)}
          </p>
          {head.position > 0 && (
            <CopyField
              label={t('journal.verdict.head')}
              hint={t('journal.verdict.headHint')}
              text={anchorText(head)}
            />
          )}
        </>
      )}
    </section>
  )
}

function Broken({ fault, before }: { fault: Fault; before: string }) {
  const { t } = useTranslation()
  const { commandId, rowId, kind } = fault
  return (
    <>
      <h2 className="row tone-bad">
        <Icon name="warning" />
        {rowId === null
          ? t('journal.verdict.broken', { id: commandId })
          : t('journal.verdict.brokenRow', { id: commandId, row: rowId })}
      </h2>
      <p>
        {t(`journal.verdict.faults.${kind}`)} {before}
      </p>
      <h3>{t('journal.verdict.next')}</h3>
      <ol className="numbered">
        {steps.map((step) => (
          <li key={step}>{t(`journal.verdict.steps.${step}`)}</li>
        ))}
      </ol>
      {kind !== 'removed' && (
        <div className="actions">
          <Link className="button" to={`/journal/${commandId}`}>
            {t('journal.verdict.openEntry', { id: commandId })}
          </Link>
        </div>
      )}
    </>
  )
}

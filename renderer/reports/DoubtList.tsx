import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayInstant } from '../../shared/dates.ts'
import type { AskedDoubt } from '../../shared/reports/contract.ts'
import { isAnswered } from '../../shared/reports/doubts.ts'
import { doubtText } from '../../shared/reports/doubt-text.ts'
import type { Output } from '../app/operation-types.ts'
import { useCan } from '../app/permissions.ts'
import { explainPath, useIndicatorTexts } from '../indicators/index.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/icons.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { ExplainDialog } from './ExplainDialog.tsx'

type Period = Output<'reports.period'>

/** What is unusual about the figures, each with its rows and what was said of it. */
export function DoubtList({ period }: { period: Period }) {
  const { t } = useTranslation()
  const can = useCan()
  const [asked, setAsked] = useState<AskedDoubt | null>(null)
  const mayExplain = period.state === 'open' && can('reports.prepare')
  return (
    <>
      <p className="soft small">
        {t(period.state === 'signed' ? 'reports.doubts.hintSigned' : 'reports.doubts.hint')}
      </p>
      <ul className="stack">
        {period.doubts.map((doubt) => (
          <li key={`${doubt.rule} ${doubt.code}`} className="stack">
            <Asked doubt={doubt} period={period} />
            {mayExplain && (
              <div>
                <Button icon="edit" onClick={() => setAsked(doubt)}>
                  {t(doubt.explanation ? 'reports.doubts.change' : 'reports.doubts.explain')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {asked && <ExplainDialog period={period} doubt={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

function Asked({ doubt, period }: { doubt: AskedDoubt; period: Period }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const texts = useIndicatorTexts()
  const { rule, code, explanation } = doubt
  const isSettled = isAnswered(doubt)
  return (
    <>
      <p className={isSettled ? 'fact' : 'fact warn'}>
        <Icon name={isSettled ? 'check' : 'warning'} />
        <span>
          {doubtText(t, doubt, number, texts.name)}{' '}
          {rule === 'proof_missing' ? (
            <Link to={`/activities?proof=missing&from=${period.from}&to=${period.to}`}>
              {t('reports.doubts.toProof')}
            </Link>
          ) : rule === 'target_withdrawn' ? (
            <Link to="/plans/targets">{t('reports.doubts.toTargets')}</Link>
          ) : (
            <Link to={explainPath(code, period.period, `${period.id}`)}>{t('reports.doubts.rows')}</Link>
          )}
        </span>
      </p>
      {explanation && (
        <blockquote className="said">
          <p>{explanation.text}</p>
          <footer className="soft small">
            {t('reports.doubts.by', { name: explanation.by ?? '', at: displayInstant(explanation.at) })}
          </footer>
          {!explanation.isCurrent && <p className="small">{t('reports.doubts.outdated')}</p>}
        </blockquote>
      )}
    </>
  )
}

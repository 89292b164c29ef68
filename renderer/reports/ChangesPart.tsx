import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Output } from '../app/operation-types.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { explainPath, useIndicatorTexts } from '../indicators/index.ts'
import { Button } from '../ui/Button.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Icon } from '../ui/icons.tsx'
import { RestateDialog } from './RestateDialog.tsx'
import { RestatementCard } from './RestatementCard.tsx'
import { useStated } from './use-stated.ts'

type Period = Output<'reports.period'>

/** What counts otherwise than was signed, and what the director has said of it since. */
export function ChangesPart({ period }: { period: Period }) {
  const { t } = useTranslation()
  const { value: changes, failure } = useQuery('reports.changes', { id: period.id })
  return (
    <>
      <section className="card">
        <h2>{t('reports.restatement.title')}</h2>
        <Failure of={failure} />
        {changes && <Changed period={period} figures={changes.figures} />}
      </section>
      {changes?.restatements.toReversed().map((restatement) => (
        <RestatementCard key={restatement.id} period={period} restatement={restatement} />
      ))}
    </>
  )
}

type Figures = Output<'reports.changes'>['figures']

function Changed({ period, figures }: { period: Period; figures: Figures }) {
  const { t } = useTranslation()
  const can = useCan()
  const texts = useIndicatorTexts()
  const stated = useStated()
  const [isRestating, setRestating] = useState(false)
  if (figures.length === 0)
    return (
      <p className="fact">
        <Icon name="check" />
        <span>{t('reports.restatement.none')}</span>
      </p>
    )
  return (
    <>
      <p className="small">{t('reports.restatement.some')}</p>
      <ul className="stack">
        {figures.map(({ code, before, now }) => (
          <li key={code} className="fact warn">
            <Icon name="warning" />
            <Link to={explainPath(code, period.period, `${period.id}`)}>
              {t('reports.restatement.line', {
                name: texts.name(code),
                unit: texts.unit(code),
                before: stated(before),
                now: stated(now),
              })}
            </Link>
          </li>
        ))}
      </ul>
      {can('reports.sign') ? (
        <div>
          <Button icon="edit" onClick={() => setRestating(true)}>
            {t('reports.restatement.restate')}
          </Button>
        </div>
      ) : (
        <p className="soft small">{t('reports.restatement.byDirector')}</p>
      )}
      {isRestating && <RestateDialog period={period} figures={figures} onClose={() => setRestating(false)} />}
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { displayInstant } from '../../shared/dates.ts'
import type { Restatement } from '../../shared/reports/contract.ts'
import type { Output } from '../app/operation-types.ts'
import { useIndicatorTexts } from '../indicators/index.ts'
import { ProduceFiles } from './ProduceFiles.tsx'
import { RegistrationPart } from './RegistrationPart.tsx'
import { useStated } from './use-stated.ts'

/** One restatement: what it says anew, why, who signed it, and its paper. */
export function RestatementCard({
  period,
  restatement,
}: {
  period: Output<'reports.period'>
  restatement: Restatement
}) {
  const { t } = useTranslation()
  const texts = useIndicatorTexts()
  const stated = useStated()
  const { number, reason, signedBy, signedAt, figures } = restatement
  return (
    <section className="card">
      <h2>{t('reports.restatement.given', { number })}</h2>
      <ul className="stack">
        {figures.map(({ code, before, after }) => (
          <li key={code}>
            {t('reports.restatement.change', {
              name: texts.name(code),
              unit: texts.unit(code),
              before: stated(before),
              after: stated(after),
            })}
          </li>
        ))}
      </ul>
      <blockquote className="said">
        <p>{reason}</p>
        <footer className="soft small">
          {t('reports.restatement.by', { name: signedBy ?? '', at: displayInstant(signedAt) })}
        </footer>
      </blockquote>
      <ProduceFiles period={period} restatement={number} />
      <RegistrationPart period={period} restatement={number} />
    </section>
  )
}

import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import { periodText } from '../../shared/period-text.ts'
import { InLanguage } from '../app/InLanguage.tsx'
import type { Output } from '../app/operation-types.ts'
import { useCan } from '../app/permissions.ts'
import { Explanations } from './Explanations.tsx'
import { Letterhead } from './Letterhead.tsx'
import { NarrativePart } from './NarrativePart.tsx'
import type { RegisterForm } from './use-open-forms.ts'
import { SheetEnd } from './SheetEnd.tsx'

type Period = Output<'reports.period'>
type Props = { period: Period; register: RegisterForm }

/** The report on screen, in the order, the words and the language of the printed one; numbers are locked, words are not. */
export function PeriodSheet({ period, register }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const isFixed = period.state === 'signed' || !can('reports.prepare')
  return (
    <article className="sheet" aria-label={t('reports.page.sheet')} lang={period.sheet.language}>
      <InLanguage language={period.sheet.language}>
        <Paper period={period}>
          <NarrativePart period={period} isFixed={isFixed} register={register} />
        </Paper>
      </InLanguage>
    </article>
  )
}

function Paper({ period, children }: { period: Period; children: ReactNode }) {
  const { t } = useTranslation()
  const { sheet } = period
  const words = { library: sheet.libraryName, period: periodText(t, period.period, 'phrase') }
  return (
    <>
      <Letterhead sheet={sheet} />
      <header className="sheet-title">
        <h2>{t('reports.paper.kind')}</h2>
        <p className="subject">{t('reports.paper.subject', words)}</p>
      </header>
      <div className="addressees">
        <span>{t('documents.letterhead.addressees')}</span>
        <ul>
          {sheet.addressees.map((addressee) => (
            <li key={addressee}>{addressee}</li>
          ))}
        </ul>
      </div>
      {sheet.bases.map((basis) => (
        <p key={basis} className="basis">
          {basis}
        </p>
      ))}
      <p>{t('reports.paper.opening', words)}</p>
      {children}
      <Explanations period={period} />
      {period.state !== 'signed' && (
        <p className="basis">{t('reports.paper.provisional', { to: displayDate(period.to) })}</p>
      )}
      <SheetEnd sheet={sheet} />
      {sheet.foot && <p className="proof">{sheet.foot}</p>}
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { Output } from '../app/operation-types.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { FigureTable } from './FigureTable.tsx'
import { Letterhead } from './Letterhead.tsx'
import { NoteForm } from './NoteForm.tsx'
import { SheetEnd } from './SheetEnd.tsx'

/** The report on screen, in the order and the words of the printed one; numbers are locked, the note is not. */
export function PeriodSheet({ period }: { period: Output<'reports.period'> }) {
  const { t } = useTranslation()
  const can = useCan()
  const library = useQuery('settings.library', {}).value
  if (!library) return <article className="sheet" aria-busy="true" />
  const isSigned = period.state === 'signed'
  const quarter = t(runtimeKey(`reports.quarters.${period.quarter}`))
  const words = { library: library.name, quarter, year: period.year }
  const addressees = [library.governingBody, t('reports.paper.ministry')].filter(Boolean)
  return (
    <article className="sheet" aria-label={t('reports.page.sheet')}>
      <Letterhead library={library} signedAt={period.signedAt} />
      <header className="sheet-title">
        <h2>{t('reports.paper.kind')}</h2>
        <p className="subject">{t('reports.paper.subject', words)}</p>
      </header>
      <div className="addressees">
        <span>{t('documents.letterhead.addressees')}</span>
        <ul>
          {addressees.map((addressee) => (
            <li key={addressee}>{addressee}</li>
          ))}
        </ul>
      </div>
      {t('reports.paper.bases')
        .split('\n')
        .map((basis) => (
          <p key={basis} className="basis">
            {basis}
          </p>
        ))}
      <p>{t('reports.paper.opening', words)}</p>
      <h3>{t('reports.paper.results')}</h3>
      <FigureTable period={period} />
      {isSigned || !can('reports.prepare') ? <Note text={period.note} /> : <NoteForm period={period} />}
      {!isSigned && <p className="basis">{t('reports.paper.provisional', { to: displayDate(period.to) })}</p>}
      <SheetEnd library={library} />
      {period.figuresHash && period.journalHead && (
        <p className="proof">
          {t('reports.paper.proof', {
            figuresHash: period.figuresHash,
            position: period.journalHead.position,
            journalHash: period.journalHead.hash,
          })}
        </p>
      )}
    </article>
  )
}

function Note({ text }: { text: string }) {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => <p key={at}>{line}</p>)
}

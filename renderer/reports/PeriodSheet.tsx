import type { ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { displayDate } from '../../shared/dates.ts'
import { doubtText } from '../../shared/reports/doubt-text.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { InLanguage, InScreenLanguage } from '../app/InLanguage.tsx'
import type { Output } from '../app/operation-types.ts'
import { useCan } from '../app/permissions.ts'
import { useIndicatorTexts } from '../indicators/index.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { FigureTable } from './FigureTable.tsx'
import { Letterhead } from './Letterhead.tsx'
import { NotedFigures } from './NotedFigures.tsx'
import { NoteForm, type SaveNote } from './NoteForm.tsx'
import { SheetEnd } from './SheetEnd.tsx'

type Period = Output<'reports.period'>
type Props = { period: Period; saver: Ref<SaveNote> }

/** The report on screen, in the order, the words and the language of the printed one; numbers are locked, the note is not. */
export function PeriodSheet({ period, saver }: Props) {
  const { t } = useTranslation()
  const can = useCan()
  const isFixed = period.state === 'signed' || !can('reports.prepare')
  return (
    <article className="sheet" aria-label={t('reports.page.sheet')} lang={period.sheet.language}>
      <InLanguage language={period.sheet.language}>
        <Paper period={period}>
          {isFixed ? (
            <Note text={period.note} />
          ) : (
            <InScreenLanguage>
              <NoteForm period={period} saver={saver} />
            </InScreenLanguage>
          )}
        </Paper>
      </InLanguage>
    </article>
  )
}

function Paper({ period, children }: { period: Period; children: ReactNode }) {
  const { t } = useTranslation()
  const { sheet, figuresHash, journalHead } = period
  const quarter = t(runtimeKey(`reports.quarters.${period.quarter}`))
  const words = { library: sheet.libraryName, quarter, year: period.year }
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
      <h3>{t('reports.paper.results')}</h3>
      <FigureTable period={period} />
      <NotedFigures figures={period.figures} />
      <Explanations period={period} />
      {children}
      {period.state !== 'signed' && (
        <p className="basis">{t('reports.paper.provisional', { to: displayDate(period.to) })}</p>
      )}
      <SheetEnd sheet={sheet} />
      {figuresHash && journalHead && (
        <p className="proof">
          {t('reports.paper.proof', {
            figuresHash,
            position: journalHead.position,
            journalHash: journalHead.hash,
          })}
        </p>
      )}
    </>
  )
}

function Note({ text }: { text: string }) {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => <p key={at}>{line}</p>)
}

/** Of what was unusual, as far as somebody has said why. */
function Explanations({ period: { doubts } }: { period: Period }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const texts = useIndicatorTexts()
  const explained = doubts.flatMap(({ explanation, ...doubt }) =>
    explanation ? [{ doubt, explanation }] : [],
  )
  if (explained.length === 0) return null
  return (
    <>
      <h4>{t('reports.paper.doubts')}</h4>
      <ul>
        {explained.map(({ doubt, explanation: { text } }) => (
          <li key={`${doubt.rule} ${doubt.code}`}>
            {t('reports.paper.explanation', { doubt: doubtText(t, doubt, number, texts.name), text })}
          </li>
        ))}
      </ul>
    </>
  )
}

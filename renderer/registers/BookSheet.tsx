import { useTranslation } from 'react-i18next'
import { registerColumns } from '../../shared/registers/rules.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { RowIn } from '../app/operation-types.ts'
import { useQuery } from '../app/operations.ts'
import { InLanguage, InScreenLanguage } from '../app/InLanguage.tsx'
import { IconButton } from '../ui/Button.tsx'
import type { Book } from './BookListPage.tsx'

export type Line = RowIn<'registers.lines'>
type Props = {
  book: Book
  page: number
  /** Keys of the columns, in the order of the cells. */
  columns: string[]
  lines: Line[]
  onLine: (number: number) => void
  onCorrect: ((line: Line) => void) | undefined
}

/** The line's own number has a column too. */
const numberWeight = 8

/** One page of the book as it is printed, in the language the books are kept in. */
export function BookSheet(props: Props) {
  const { t } = useTranslation()
  const library = useQuery('settings.library', {}).value
  if (!library) return null
  return (
    <article
      className="sheet register"
      aria-label={t('registers.page.sheet', { page: props.page })}
      lang={library.language}
    >
      <InLanguage language={library.language}>
        <Paper {...props} libraryName={library.name} />
      </InLanguage>
    </article>
  )
}

/** Ruled lines, numbered columns, corrected lines struck through, corrections in red. */
function Paper({
  book,
  page,
  columns,
  lines,
  onLine,
  onCorrect,
  libraryName,
}: Props & { libraryName: string }) {
  const { t } = useTranslation()
  const kinds = registerColumns[book.register]
  const allWeights = kinds.reduce((sum, { weight }) => sum + weight, numberWeight)
  const blank = Math.max(0, book.linesPerPage - lines.length)
  return (
    <>
      <header>
        <p className="capitals">{libraryName}</p>
        <h2>{t(`registers.kinds.${book.register}`)}</h2>
        <p>{[book.seriesName, t('registers.page.year', { year: book.year })].filter(Boolean).join(' · ')}</p>
      </header>
      <div className="scrolls">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('registers.page.line')}</th>
              {columns.map((key, at) => (
                <th
                  key={key}
                  scope="col"
                  style={{ width: `${(100 * (kinds[at]?.weight ?? 0)) / allWeights}%` }}
                >
                  {t(runtimeKey(`registers.columns.${key}`))}
                </th>
              ))}
            </tr>
            <tr className="numbers">
              <td />
              {columns.map((key, at) => (
                <td key={key}>{at + 1}</td>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <SheetLine key={line.id} line={line} kinds={kinds} onLine={onLine} onCorrect={onCorrect} />
            ))}
            {Array.from({ length: blank }, (_, at) => (
              <tr key={`blank ${at}`} aria-hidden="true">
                {Array.from({ length: columns.length + 1 }, (__, cell) => (
                  <td key={cell}> </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <footer>{t('registers.page.foot', { page })}</footer>
    </>
  )
}

type LineProps = Pick<Props, 'onLine' | 'onCorrect'> & {
  line: Line
  kinds: (typeof registerColumns)[Book['register']]
}

const classByKind = { date: 'nowrap', key: '', text: '', count: 'end', money: 'end' } as const

function SheetLine({ line, kinds, onLine, onCorrect }: LineProps) {
  const isStruck = line.correctedBy !== null
  const isRed = line.kind === 'correction'
  return (
    <tr className={[isRed ? 'red' : '', isStruck ? 'struck' : ''].join(' ').trim()}>
      <th scope="row">
        {line.number}
        <InScreenLanguage>
          <LineActs line={line} onLine={onLine} onCorrect={onCorrect} />
        </InScreenLanguage>
      </th>
      {line.cells.map((cell, at) => (
        <td key={kinds[at]?.key ?? at} className={classByKind[kinds[at]?.kind ?? 'text']}>
          {isStruck ? <del>{cell}</del> : cell}
        </td>
      ))}
    </tr>
  )
}

/** What leads on from a line, on screen only. */
function LineActs({ line, onLine, onCorrect }: Omit<LineProps, 'kinds'>) {
  const { t } = useTranslation()
  return (
    <>
      {line.correctedBy !== null && (
        <LineLink
          label={t('registers.page.correctedBy', { line: line.correctedBy })}
          onPick={() => onLine(line.correctedBy ?? line.number)}
        />
      )}
      {line.corrects !== null && (
        <LineLink
          label={t('registers.page.corrects', { line: line.corrects })}
          onPick={() => onLine(line.corrects ?? line.number)}
        />
      )}
      {onCorrect && line.correctedBy === null && (
        <IconButton
          icon="edit"
          className="no-print"
          label={t('registers.page.correct', { line: line.number })}
          onClick={() => onCorrect(line)}
        />
      )}
    </>
  )
}

/** A line that a line speaks of; it may lie on another page of the book. */
function LineLink({ label, onPick }: { label: string; onPick: () => void }) {
  return (
    <button type="button" className="line-link no-print" onClick={onPick}>
      {label}
    </button>
  )
}

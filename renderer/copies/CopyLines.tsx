import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { Failure } from '../ui/Failure.tsx'

/** Where the copy stands in the register, each line leading to its page of the book. */
export function CopyLines({ copyId }: { copyId: number }) {
  const { t } = useTranslation()
  const can = useCan()
  const { value: lines, failure } = useQuery(
    'registers.linesOf',
    { copyId },
    { isActive: can('registers.read') },
  )
  if (!lines) return <Failure of={failure} />
  return (
    <section className="card">
      <h2>{t('copies.lines.title')}</h2>
      {lines.length === 0 && <p className="soft">{t('copies.lines.empty')}</p>}
      <ul className="home-list">
        {lines.map((line) => (
          <li key={line.id}>
            <span className="nowrap">{displayDate(line.writtenOn)}</span>
            <Link to={`/registers/${line.bookId}?page=${line.page}`}>
              {t('copies.lines.book', { register: t(`registers.kinds.${line.register}`), year: line.year })}
              {', '}
              {t('copies.lines.line', { number: line.number, page: line.page })}
            </Link>
            <span className="soft">
              {line.unitName && `${line.unitName}. `}
              {line.corrects !== null && t('copies.lines.correction', { number: line.corrects })}
              {line.correctedBy !== null && t('copies.lines.correctedBy', { number: line.correctedBy })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

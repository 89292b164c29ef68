import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Title } from '../../shared/catalogue/contract.ts'
import { placeName } from '../../shared/copies/rules.ts'
import type { Copy } from '../../shared/copies/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { isLive } from '../copies/index.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'

const shownAtMost = 100

/** The copies of a title, those gone too; the rest of a long list is one click away. */
export function TitleCopies({ title }: { title: Title }) {
  const { t } = useTranslation()
  const can = useCan()
  const filters = { titleId: title.id, state: 'all' as const }
  const { value, failure } = useQuery('copies.search', { filters, limit: shownAtMost })
  const mayAdd = can('copies.write') && title.removedOn === null
  const add = mayAdd && (
    <Link className="button" to={`/copies/vouchers?title=${title.id}`}>
      {t('catalogue.copies.add')}
    </Link>
  )
  if (!value) return <Failure of={failure} />
  if (value.rows.length === 0)
    return (
      <EmptyState icon="book" text={t('catalogue.copies.empty')}>
        {add}
      </EmptyState>
    )
  const live = value.rows.filter(isLive).length
  return (
    <>
      <div className="actions">
        <span className="spacer soft">{t('catalogue.copies.count', { live, all: value.total.count })}</span>
        {add}
        <Link
          className="button quiet"
          to={`/copies?${new URLSearchParams({ filters: JSON.stringify(filters) })}`}
        >
          {t('catalogue.copies.all')}
        </Link>
      </div>
      <div className="scrolls">
        <CopyTable rows={value.rows} />
      </div>
    </>
  )
}

const columns = ['number', 'barcode', 'place', 'callNumber', 'enumeration', 'condition', 'status'] as const

function CopyTable({ rows }: { rows: Copy[] }) {
  const { t } = useTranslation()
  return (
    <table className="plain-table">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`catalogue.copies.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((copy) => (
          <tr key={copy.id}>
            <td>
              <Link to={`/copies/${copy.id}`}>{copy.accessionNumber}</Link>
            </td>
            <td className="mono">{copy.barcode}</td>
            <td>{[placeName(copy.siteName, copy.storeName), copy.shelf].filter(Boolean).join(' · ')}</td>
            <td>{copy.shelvedBy}</td>
            <td>{copy.enumeration}</td>
            <td>{t(`copies.conditions.${copy.condition}`)}</td>
            <td>
              <CopyState copy={copy} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function CopyState({ copy: { status, withdrawnOn, cancelledOn } }: { copy: Copy }) {
  const { t } = useTranslation()
  const goneOn = cancelledOn ?? withdrawnOn
  if (goneOn === null) return t(`copies.statuses.${status}`)
  return `${t(`copies.states.${cancelledOn === null ? 'withdrawn' : 'cancelled'}`)} · ${displayDate(goneOn)}`
}

import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { materials } from '../../shared/catalogue/contract.ts'
import type { Merger } from '../../shared/merger/contract.ts'
import { useKept } from '../app/kept.ts'
import type { Output } from '../app/operation-types.ts'
import { useQuery } from '../app/operations.ts'
import { DateField } from '../ui/DateField.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'

/** What the former unit would have said of itself on any day, and the books it kept. */
export function HistoryPart({ merger }: { merger: Merger }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { id, mergedOn, state, found } = merger
  const [asOf, setAsOf] = useKept<string>(`merger.${id}.asOf`, mergedOn)
  const stock = useQuery('merger.formerStock', { mergerId: id, asOf }, { keepsPrevious: true })
  return (
    <div className="stack">
      <section className="card">
        <DateField
          name="asOf"
          label={t('merger.history.asOf')}
          hint={t('merger.history.hint')}
          value={asOf}
          onChange={(day) => day !== null && setAsOf(day > mergedOn ? mergedOn : day)}
        />
        <Failure of={stock.failure} />
        {stock.value && stock.value.copies === 0 && (
          <EmptyState icon="calendar" text={t('merger.history.empty')} />
        )}
        {stock.value && stock.value.copies > 0 && <Stock stock={stock.value} />}
      </section>
      <section className="card">
        <h2>{t('merger.history.books')}</h2>
        {state === 'written' ? (
          <>
            <p>{t('merger.history.booksText', { books: number(found.books), lines: number(found.lines) })}</p>
            <p>
              <Link to={`/registers?unit=${id}`}>{t('merger.overview.openBooks')}</Link>
            </p>
          </>
        ) : (
          <p className="soft">{t('merger.history.booksLater')}</p>
        )}
      </section>
    </div>
  )
}

function Stock({ stock }: { stock: Output<'merger.formerStock'> }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const materialName = (key: string) => {
    const known = materials.find((material) => material === key)
    return known ? t(`catalogue.materials.${known}`) : key
  }
  return (
    <div className="columns">
      <CountTable
        head={t('merger.history.material')}
        rows={[
          ...stock.byMaterial.map(({ key, copies }) => ({ name: materialName(key), copies })),
          { name: t('merger.minutes.sum'), copies: stock.copies },
        ]}
        note={`${t('merger.history.titles')}: ${number(stock.titles)}`}
      />
      <CountTable
        head={t('merger.history.place')}
        rows={stock.byStore.map(({ siteName, storeName, copies }) => ({
          name: `${siteName} – ${storeName || t('merger.history.noStore')}`,
          copies,
        }))}
      />
    </div>
  )
}

function CountTable({
  head,
  rows,
  note,
}: {
  head: string
  rows: { name: string; copies: number }[]
  note?: string
}) {
  const { t } = useTranslation()
  const number = useNumberText()
  return (
    <div>
      <table className="plain-table">
        <thead>
          <tr>
            <th>{head}</th>
            <th className="end">{t('merger.history.copies')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, copies }) => (
            <tr key={name}>
              <td>{name}</td>
              <td className="end number">{number(copies)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {note && <p className="soft small">{note}</p>}
    </div>
  )
}

import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayDate } from '../../shared/dates.ts'
import type { Stocktake } from '../../shared/stocktake/contract.ts'
import type { Output } from '../app/operation-types.ts'
import { useQuery } from '../app/operations.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Select } from '../ui/Select.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { useStocktakeWords } from './use-stocktake-words.ts'

type Run = Output<'stocktake.runs'>[number]
type Stray = Output<'stocktake.shelfOrder'>['strays'][number]

/** Whether the books stand in the order of their call numbers, as they were scanned along the shelf. */
export function OrderPart({ stocktake: { id } }: { stocktake: Stocktake }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const words = useStocktakeWords()
  const runs = useQuery('stocktake.runs', { id })
  const [chosen, choose] = useState<string | null>(null)
  const key = chosen ?? runs.value?.[0]?.key ?? ''
  const order = useQuery('stocktake.shelfOrder', { id, run: key }, { isActive: key !== '' })
  if (runs.value?.length === 0) return <EmptyState icon="book" text={t('stocktake.order.empty')} />
  const nameOf = ({ day, by, source, place, scans }: Run) =>
    [
      words.place(place) || t('stocktake.progress.nowhere'),
      displayDate(day),
      source === '' ? by : source,
      t('stocktake.order.scans', { shown: number(scans) }),
    ].join(' · ')
  const found = order.value
  return (
    <>
      <Failure of={runs.failure} />
      <Select
        label={t('stocktake.order.run')}
        hint={t('stocktake.order.hint')}
        options={(runs.value ?? []).map((run) => ({ value: run.key, label: nameOf(run) }))}
        value={key}
        onChange={({ target }) => choose(target.value)}
      />
      <Failure of={order.failure} />
      {found && (
        <Notice
          icon={found.strays.length === 0 ? 'check' : 'switch'}
          text={t(found.strays.length === 0 ? 'stocktake.order.right' : 'stocktake.order.wrong', {
            strays: number(found.strays.length),
            checked: number(found.checked),
          })}
        />
      )}
      {found && found.without > 0 && (
        <p className="soft small">{t('stocktake.order.without', { shown: number(found.without) })}</p>
      )}
      {found && found.left > 0 && (
        <p className="soft small">{t('stocktake.order.left', { shown: number(found.left) })}</p>
      )}
      {found && found.strays.length > 0 && <Strays strays={found.strays} />}
    </>
  )
}

function Strays({ strays }: { strays: Stray[] }) {
  const { t } = useTranslation()
  const number = useNumberText()
  return (
    <div className="wide-table card">
      <table className="plain-table">
        <thead>
          <tr>
            <th className="end">{t('stocktake.order.position')}</th>
            <th>{t('stocktake.order.book')}</th>
            <th>{t('stocktake.order.after')}</th>
            <th>{t('stocktake.order.before')}</th>
          </tr>
        </thead>
        <tbody>
          {strays.map(({ position, copy, after, before }) => (
            <tr key={position}>
              <td className="end">{number(position)}</td>
              <td>
                <Book copy={copy} />
              </td>
              <td>{after ? <Book copy={after} /> : t('stocktake.order.first')}</td>
              <td>{before ? <Book copy={before} /> : t('stocktake.order.last')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Book({ copy: { copyId, callNumber, accessionNumber, title } }: { copy: Stray['copy'] }) {
  return (
    <>
      <strong>{callNumber}</strong> <Link to={`/copies/${copyId}`}>{accessionNumber}</Link>
      <br />
      <span className="soft">{title}</span>
    </>
  )
}

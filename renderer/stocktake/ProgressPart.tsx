import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { displayInstant } from '../../shared/dates.ts'
import { itemClasses } from '../../shared/stocktake/rules.ts'
import type { ItemClass, Stocktake } from '../../shared/stocktake/contract.ts'
import type { Output } from '../app/operation-types.ts'
import { useQuery } from '../app/operations.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { itemsAddress } from './items-address.ts'
import { useStocktakeWords } from './use-stocktake-words.ts'

type Progress = Output<'stocktake.progress'>

/** Scans announce nothing, so whoever looks on asks from time to time. */
const askEveryMs = 20_000
/** Not there when looked for: these are what is left to do, or known to be elsewhere. */
const unseen = new Set<ItemClass>([
  'on_loan',
  'in_rotation',
  'in_repair',
  'in_process',
  'moved_since',
  'withdrawn_since',
  'missing',
])

/** How far it is, by place and by person; every number opens its rows. */
export function ProgressPart({ stocktake }: { stocktake: Stocktake }) {
  const { t } = useTranslation()
  const { id, state } = stocktake
  const isPlanned = state === 'planned'
  const { value: progress, failure, ask } = useQuery('stocktake.progress', { id }, { isActive: !isPlanned })
  useEffect(() => {
    if (state !== 'open') return undefined
    ask()
    const timer = setInterval(() => !document.hidden && ask(), askEveryMs)
    return () => clearInterval(timer)
  }, [state, ask])
  if (isPlanned) return <EmptyState icon="calendar" text={t('stocktake.progress.planned')} />
  return (
    <>
      <Failure of={failure} />
      {!progress && !failure && <p className="soft">{t('stocktake.opening.counting')}</p>}
      {progress && (
        <>
          <Bar progress={progress} stocktake={stocktake} />
          <Places progress={progress} stocktake={stocktake} />
          <Scans progress={progress} stocktake={stocktake} />
        </>
      )}
    </>
  )
}

type Props = { progress: Progress; stocktake: Stocktake }

function Bar({ progress: { classes }, stocktake: { expected, state } }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const all = expected ?? 0
  const left = classes.missing ?? 0
  const elsewhere = itemClasses
    .filter((each) => unseen.has(each) && each !== 'missing')
    .reduce((sum, each) => sum + (classes[each] ?? 0), 0)
  const seen = Math.max(0, all - left - elsewhere)
  const percent = number(all === 0 ? 0 : Math.floor((seen / all) * 1000) / 10)
  const words = {
    seen: number(seen),
    all: number(all),
    percent,
    left: number(left),
    elsewhere: number(elsewhere),
  }
  return (
    <div className="progress">
      <span>{t(state === 'open' ? 'stocktake.progress.bar' : 'stocktake.progress.barAtEnd', words)}</span>
      <progress aria-label={t('stocktake.tabs.progress')} value={seen} max={Math.max(1, all)} />
    </div>
  )
}

function Places({ progress: { classes, places }, stocktake }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { className, room } = useStocktakeWords()
  const shown = itemClasses.filter(
    (each) => each === 'found' || each === 'missing' || (classes[each] ?? 0) > 0,
  )
  const door = (
    count: number | undefined,
    each: ItemClass,
    place: { siteId?: number | null; storeId?: number | null },
  ) =>
    count === undefined || count === 0 ? (
      <span className="soft">{number(0)}</span>
    ) : (
      <Link className="figure-value" to={itemsAddress(stocktake.id, { class: each, ...place })}>
        {number(count)}
      </Link>
    )
  return (
    <section className="card">
      <h2>{t('stocktake.progress.places')}</h2>
      <div className="wide-table">
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t('stocktake.progress.place')}</th>
              {shown.map((each) => (
                <th key={each} className="end">
                  {className(each, stocktake.state)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map((place) => (
              <tr key={`${place.siteId}/${place.storeId}`}>
                <td>{room(place) || t('stocktake.progress.nowhere')}</td>
                {shown.map((each) => (
                  <td key={each} className="end">
                    {place.siteId === null
                      ? number(place.classes[each] ?? 0)
                      : door(place.classes[each], each, {
                          siteId: place.siteId,
                          storeId: place.storeId ?? 0,
                        })}
                  </td>
                ))}
              </tr>
            ))}
            <tr className="sum">
              <th scope="row">{t('stocktake.progress.sum')}</th>
              {shown.map((each) => (
                <td key={each} className="end">
                  {door(classes[each], each, {})}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      <p className="soft small">{t('stocktake.progress.placesHint')}</p>
    </section>
  )
}

const kinds = ['twice', 'repaired', 'undone'] as const

function Scans({ progress: { people, scans }, stocktake: { id } }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  return (
    <section className="card">
      <h2>{t('stocktake.progress.people')}</h2>
      {people.length === 0 ? (
        <p className="soft">{t('stocktake.progress.nobody')}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th>{t('stocktake.progress.who')}</th>
              <th className="end">{t('stocktake.desk.scans')}</th>
              <th>{t('stocktake.progress.lastAt')}</th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ userId, name, sourceId, source, scans: count, lastAt }) => (
              <tr key={`${userId}/${sourceId}`}>
                <td>{source === '' ? name : t('stocktake.progress.bySource', { name, source })}</td>
                <td className="end">
                  <Link
                    className="figure-value"
                    to={`/stocktake/${id}/scans?${sourceId === null ? `user=${userId ?? ''}` : `source=${sourceId}`}`}
                  >
                    {number(count)}
                  </Link>
                </td>
                <td>{displayInstant(lastAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="row">
        {scans.scans > 0 && (
          <Link to={`/stocktake/${id}/scans`}>
            {t('stocktake.progress.all', { shown: number(scans.scans) })}
          </Link>
        )}
        {kinds
          .filter((kind) => scans[kind] > 0)
          .map((kind) => (
            <Link key={kind} to={`/stocktake/${id}/scans?kind=${kind}`}>
              {t(`stocktake.progress.${kind}`, { shown: number(scans[kind]) })}
            </Link>
          ))}
      </p>
    </section>
  )
}

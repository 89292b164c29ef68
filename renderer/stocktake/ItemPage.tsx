import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { displayDate, displayInstant } from '../../shared/dates.ts'
import type { Output } from '../app/operation-types.ts'
import { useQuery } from '../app/operations.ts'
import { Chip } from '../ui/Chip.tsx'
import { Failure } from '../ui/Failure.tsx'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PropertyList } from '../ui/PropertyList.tsx'
import { itemsAddress } from './items-address.ts'
import { useStocktakeWords } from './use-stocktake-words.ts'

type Item = Output<'stocktake.item'>

/** One row behind a figure: what was found of one copy, or of one code. */
export function ItemPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const id = Number(useParams().itemId)
  const { value: item, failure } = useQuery('stocktake.item', { id })
  useShortcut('Escape', () => void navigate(-1))
  return (
    <div className="page">
      <PageHeader
        title={item ? item.accessionNumber || item.code : t('stocktake.menu.item')}
        back={
          item
            ? { to: itemsAddress(item.stocktakeId, { class: item.class }), label: item.stocktakeName }
            : { to: '/stocktake', label: t('stocktake.list.title') }
        }
      >
        {item && <Chip>{t(`stocktake.classes.${item.class}`)}</Chip>}
      </PageHeader>
      <Failure of={failure} />
      {item && <Facts item={item} />}
    </div>
  )
}

function Facts({ item }: { item: Item }) {
  const { t } = useTranslation()
  const words = useStocktakeWords()
  return (
    <div className="card">
      <PropertyList
        properties={[
          {
            key: 'title',
            label: t('stocktake.columns.title'),
            value: item.copyId === null ? item.code : <Link to={`/copies/${item.copyId}`}>{item.title}</Link>,
          },
          { key: 'callNumber', label: t('stocktake.columns.callNumber'), value: item.callNumber },
          { key: 'belongs', label: t('stocktake.columns.belongs'), value: words.place(item.belongs) },
          { key: 'seen', label: t('stocktake.columns.seen'), value: item.seen ? words.place(item.seen) : '' },
          {
            key: 'seenAt',
            label: t('stocktake.columns.seenAt'),
            value: item.seenAt === null ? '' : `${displayInstant(item.seenAt)}, ${item.seenBy}`,
          },
          {
            key: 'status',
            label: t('stocktake.columns.status'),
            value: item.status === null ? '' : t(`copies.statuses.${item.status}`),
          },
          {
            key: 'decision',
            label: t('stocktake.columns.decision'),
            value:
              item.withdrawalId === null ? (
                ''
              ) : (
                <Link to={`/copies/withdrawals/${item.withdrawalId}`}>{item.decisionNumber}</Link>
              ),
          },
          {
            key: 'goneOn',
            label: t('stocktake.columns.goneOn'),
            value: item.goneOn === null ? '' : displayDate(item.goneOn),
          },
          {
            key: 'settled',
            label: t('stocktake.columns.settled'),
            value: item.settled === null ? '' : t(`stocktake.settled.${item.settled}`),
          },
        ]}
      />
    </div>
  )
}

import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  GiftFilters,
  giftKinds,
  giftPurposes,
  partnerOrigins,
  type Gift,
} from '../../shared/cooperation/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import { usePages } from '../app/operations.ts'
import { Button } from '../ui/Button.tsx'
import type { Column } from '../ui/Table.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { FacetSelect } from './FacetSelect.tsx'
import { GiftSums } from './GiftSums.tsx'
import { ListFrame } from './ListFrame.tsx'
import { useMoneyText } from './money-words.ts'
import { NarrowedTo, YearSelect } from './NarrowedTo.tsx'
import { useListFilters } from './use-list-filters.ts'

/** What was given, with its sums: by year, kind, giver and origin, all computed from the rows. */
export function GiftListPage() {
  const { t } = useTranslation()
  const number = useNumberText()
  const by = useListFilters(GiftFilters)
  const { filters, narrow } = by
  const list = usePages('cooperation.gifts', filters)
  const [showsSums, setShowsSums] = useState(false)
  const first = list.firstPage
  const sum = first?.sum
  return (
    <ListFrame
      of="gifts"
      icon="gift"
      exported={{ of: 'gifts', filters }}
      by={by}
      list={list}
      columns={useColumns()}
      acts={
        <Button icon={showsSums ? 'list' : 'chart'} onClick={() => setShowsSums(!showsSums)}>
          {t(showsSums ? 'cooperation.gifts.showList' : 'cooperation.gifts.showSums')}
        </Button>
      }
      instead={showsSums ? <GiftSums filters={filters} /> : null}
      filters={
        <>
          <FacetSelect
            label={t('cooperation.fields.giftKind')}
            by="kind"
            value={filters.kind}
            values={giftKinds}
            wordOf={(each) => t(`cooperation.giftKinds.${each}`)}
            facets={first?.facets}
            onChange={(kind) => narrow({ kind })}
          />
          <FacetSelect
            label={t('cooperation.fields.origin')}
            by="origin"
            value={filters.origin}
            values={partnerOrigins}
            wordOf={(each) => t(`cooperation.origins.${each}`)}
            facets={first?.facets}
            onChange={(origin) => narrow({ origin })}
          />
          <FacetSelect
            label={t('cooperation.fields.purpose')}
            by="purpose"
            value={filters.purpose}
            values={giftPurposes}
            wordOf={(each) => t(`cooperation.purposes.${each}`)}
            facets={first?.facets}
            onChange={(purpose) => narrow({ purpose })}
          />
          <YearSelect value={filters.year} onChange={(year) => narrow({ year })} />
          <NarrowedTo partnerId={filters.partnerId} projectId={filters.projectId} onNarrow={narrow} />
        </>
      }
      foot={
        sum && (
          <span>
            {t('cooperation.gifts.sum', {
              shown: number(sum.gifts),
              value: number(sum.valueVnd),
              copies: number(sum.copies),
              equipment: number(sum.equipment),
            })}
            {sum.unvalued > 0 && ` · ${t('cooperation.gifts.unvalued', { count: sum.unvalued })}`}
          </span>
        )
      }
    />
  )
}

function useColumns(): Column<Gift>[] {
  const { t } = useTranslation()
  const number = useNumberText()
  const money = useMoneyText()
  return useMemo(
    () => [
      {
        key: 'on',
        label: t('cooperation.fields.receivedOn'),
        widthPx: 100,
        cell: ({ receivedOn }) => displayDate(receivedOn),
      },
      {
        key: 'kind',
        label: t('cooperation.fields.giftKind'),
        widthPx: 130,
        cell: ({ kind }) => t(`cooperation.giftKinds.${kind}`),
      },
      {
        key: 'donor',
        label: t('cooperation.fields.donor'),
        widthPx: 200,
        grows: true,
        cell: ({ partner, donorName }) => partner?.name ?? (donorName || t('cooperation.gift.unnamed')),
      },
      {
        key: 'what',
        label: t('cooperation.fields.what'),
        widthPx: 240,
        grows: true,
        cell: ({ what }) => what,
      },
      {
        key: 'copies',
        label: t('cooperation.fields.copies'),
        widthPx: 80,
        align: 'end',
        cell: ({ copies }) => (copies === null ? '' : number(copies)),
      },
      {
        key: 'amount',
        label: t('cooperation.fields.amount'),
        widthPx: 150,
        align: 'end',
        cell: (gift) => money(gift),
      },
      {
        key: 'vnd',
        label: t('cooperation.fields.amountVnd'),
        widthPx: 130,
        align: 'end',
        cell: ({ amountVnd }) => (amountVnd === null ? t('cooperation.page.unknown') : number(amountVnd)),
      },
    ],
    [t, number, money],
  )
}

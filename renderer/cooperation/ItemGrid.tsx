import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { itemsValue } from '../../shared/cooperation/rules.ts'
import type { Currency } from '../../shared/cooperation/contract.ts'
import { EntryGrid, type EntryColumn } from '../ui/EntryGrid.tsx'
import type { NumberStyle } from '../ui/numbers.ts'
import { useMoneyText } from './money-words.ts'
import { emptyItem, readItems, type ItemKey, type ItemRow } from './typed-rows.ts'

type Props = {
  rows: ItemRow[]
  reading: { style: NumberStyle; currency: Currency }
  onChange: (rows: ItemRow[]) => void
}

const problemKeys = { name: 'name', quantity: 'quantity', value: 'value', id: 'name' } as const

/** Equipment line by line, typed or pasted; its value is their sum. */
export function ItemGrid({ rows, reading, onChange }: Props) {
  const { t } = useTranslation()
  const money = useMoneyText()
  const { items, problems } = readItems(rows, reading)
  const total = itemsValue(items)
  const columns = useMemo<EntryColumn<ItemKey>[]>(
    () => [
      {
        key: 'name',
        label: t('cooperation.gift.itemName'),
        widthPx: 320,
        grows: true,
        isRequired: true,
      },
      { key: 'quantity', label: t('cooperation.gift.itemQuantity'), widthPx: 90, align: 'end' },
      { key: 'value', label: t('cooperation.gift.itemValue'), widthPx: 160, align: 'end' },
    ],
    [t],
  )
  return (
    <div className="typed-rows">
      <EntryGrid
        label={t('cooperation.gift.items')}
        columns={columns}
        rows={rows}
        onChange={onChange}
        problems={problems.map(({ row, key }) => ({
          row,
          key,
          text: t(`cooperation.gift.wrong.${problemKeys[key]}`),
        }))}
        newRow={() => emptyItem}
        maxRows={300}
        mayRemoveRows={rows.length > 1}
        foot={
          items.length > 0 && (
            <span>
              {total === null
                ? t('cooperation.gift.itemsUnknown')
                : t('cooperation.gift.itemsTotal', {
                    value: money({ currency: reading.currency, amountMinor: total }),
                  })}
            </span>
          )
        }
      />
    </div>
  )
}

import type { TFunction } from 'i18next'
import { itemClasses } from '../../shared/stocktake/rules.ts'
import type { ItemClass } from '../../shared/stocktake/contract.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { Reader } from '../connection.ts'
import type { Block, Column, Row } from '../documents/index.ts'
import { placeText } from './export.ts'
import { placesOf, summed, type Cell, type Tally } from './progress.ts'

/** The results three times over: by class, by place for what was expected, by place for what was not. */
export async function resultBlocks(db: Reader, { cells }: Tally, t: TFunction): Promise<Block[]> {
  const expected = cells.filter(({ isExpected }) => isExpected === 1)
  const others = cells.filter(({ isExpected }) => isExpected === 0)
  return [
    classTable({ expected, others }, t),
    ...(await placeTable(db, { cells: expected, columns: expectedColumns, kind: 'expected' }, t)),
    ...(await placeTable(db, { cells: others, columns: otherColumns, kind: 'others' }, t)),
  ]
}

const totalOf = (cells: readonly Cell[]) => cells.reduce((sum, { count }) => sum + count, 0)

function classTable({ expected, others }: { expected: Cell[]; others: Cell[] }, t: TFunction): Block {
  const rowsOf = (cells: readonly Cell[]): Row[] => {
    const counts = summed(cells)
    return itemClasses.flatMap((each): Row[] => {
      const count = counts[each] ?? 0
      // These two the reader looks for even where there are none.
      const isAlways = cells === expected && (each === 'found' || each === 'missing')
      if (count === 0 && !isAlways) return []
      return [{ type: 'values', values: { name: t(runtimeKey(`stocktake.classes.${each}`)), count } }]
    })
  }
  const total = (key: 'expectedTotal' | 'othersTotal', cells: readonly Cell[]): Row => ({
    type: 'total',
    values: { name: t(`stocktake.minutes.${key}`), count: totalOf(cells) },
  })
  return {
    type: 'table',
    caption: t('stocktake.minutes.byClass'),
    columns: [
      { key: 'name', label: t('stocktake.minutes.class'), weight: 72, kind: 'text' },
      { key: 'count', label: t('stocktake.minutes.count'), weight: 28, kind: 'number' },
    ],
    rows: [
      { type: 'group', label: t('stocktake.minutes.expectedGroup') },
      ...rowsOf(expected),
      total('expectedTotal', expected),
      ...(others.length > 0
        ? [
            { type: 'group' as const, label: t('stocktake.minutes.othersGroup') },
            ...rowsOf(others),
            total('othersTotal', others),
          ]
        : []),
    ],
  }
}

type Grouped = Readonly<Record<string, readonly ItemClass[]>>

/** Every class stands in one column, so that the columns of a place add up to its total. */
const expectedColumns: Grouped = {
  found: ['found'],
  misplaced: ['misplaced'],
  away: ['on_loan', 'in_rotation', 'in_repair', 'in_process'],
  awayPresent: ['away_present'],
  since: ['moved_since', 'withdrawn_since', 'withdrawn_present', 'cancelled_present'],
  missing: ['missing'],
}
const otherColumns: Grouped = {
  misplaced: ['misplaced'],
  outside: ['unexpected', 'new_since', 'moved_since'],
  gone: ['withdrawn_present', 'cancelled_present'],
  unknown: ['unknown'],
}

type PlaceTable = { cells: readonly Cell[]; columns: Grouped; kind: 'expected' | 'others' }

async function placeTable(db: Reader, { cells, columns, kind }: PlaceTable, t: TFunction): Promise<Block[]> {
  if (cells.length === 0) return []
  const places = await placesOf(db, cells)
  const countsOf = (classes: Partial<Record<ItemClass, number>>) => {
    const counts = Object.entries(columns).map(([key, group]) => [
      key,
      group.reduce((sum, each) => sum + (classes[each] ?? 0), 0),
    ])
    return {
      ...Object.fromEntries(counts),
      total: Object.values(classes).reduce((sum, count) => sum + count, 0),
    }
  }
  const number = (key: string): Column => ({
    key,
    label: t(runtimeKey(`stocktake.minutes.columns.${key}`)),
    weight: 11,
    kind: 'number',
  })
  return [
    {
      type: 'table',
      caption: t(`stocktake.minutes.byPlace.${kind}`),
      columns: [
        { key: 'name', label: t('stocktake.minutes.place'), weight: 30, kind: 'text' },
        ...Object.keys(columns).map(number),
        number('total'),
      ],
      rows: [
        ...places.map(({ classes, ...place }): Row => ({
          type: 'values',
          values: { name: placeText(place) || t('stocktake.minutes.nowhere'), ...countsOf(classes) },
        })),
        { type: 'total', values: { name: t('stocktake.minutes.sum'), ...countsOf(summed(cells)) } },
      ],
    },
  ]
}

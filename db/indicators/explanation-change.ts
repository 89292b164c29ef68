import type { TFunction } from 'i18next'
import { addedUp } from '../../shared/indicators/change.ts'
import type { Cause } from '../../shared/indicators/contract.ts'
import { measureName } from '../../shared/indicators/own-text.ts'
import { periodText } from '../../shared/period-text.ts'
import type { Block, CellValue } from '../documents/index.ts'
import type { Change } from './change.ts'
import { heading, numberColumn, tableOf, textColumn, type Words } from './explanation-table.ts'
import type { LeftOut } from './left-out/find.ts'

export function changeBlocks(
  change: Change,
  against: 'previous' | 'lastYear',
  { t, number, unit }: Words,
): Block[] {
  const { before, now, total, causes } = change
  const said = (side: typeof before) =>
    side.value === null
      ? t(`ui.figure.${side.status === 'known' ? 'blank' : side.status}`)
      : number(side.value)
  const text = t('indicators.paper.change', {
    beforePeriod: periodText(t, before.period, 'name'),
    before: said(before),
    nowPeriod: periodText(t, now.period, 'name'),
    now: said(now),
  })
  const first: Block[] = [
    heading(t(`indicators.change.${against}`)),
    { type: 'paragraph', text: total === null ? `${text} ${t('indicators.change.noNumber')}` : text },
  ]
  if (total === null) return first
  const columns = [
    textColumn('cause', 46),
    numberColumn('effect', 14),
    numberColumn('came', 13),
    numberColumn('went', 13),
    numberColumn('changed', 14),
  ]
  const table = tableOf(
    t,
    columns,
    causes.map((cause) => causeValues(cause, t)),
  )
  const effect = addedUp(causes.map((cause) => cause.effect))
  const sum = { type: 'total' as const, values: { cause: t('indicators.paper.total'), effect } }
  return [
    ...first,
    { ...table, note: t('indicators.paper.effectNote', { unit }), rows: [...table.rows, sum] },
  ]
}

function causeValues(cause: Cause, t: TFunction): Record<string, CellValue> {
  const { kind, effect } = cause
  if (kind === 'definition' || kind === 'reported')
    return { cause: t(`indicators.change.kinds.${kind}`), effect, came: null, went: null, changed: null }
  const { measure, came, went, changed } = cause
  const name = measureName(t, measure)
  const said = kind === 'part' ? name : `${t(`indicators.change.kinds.${kind}`)}: ${name}`
  return { cause: said, effect, came, went, changed }
}

export function leftOutBlocks(groups: readonly LeftOut[], t: TFunction): Block[] {
  if (groups.length === 0) return [{ type: 'paragraph', text: t('indicators.leftOut.none') }]
  return [
    { type: 'paragraph', text: t('indicators.paper.leftOutNote') },
    tableOf(
      t,
      [textColumn('part', 30), textColumn('reason', 52), numberColumn('rowCount', 18)],
      groups.map(({ measure, reason, ids }) => ({
        part: measureName(t, measure),
        reason: t(`indicators.leftOut.reasons.${reason}`),
        rowCount: ids.length,
      })),
    ),
  ]
}

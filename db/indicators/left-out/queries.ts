import type { Reader } from '../../connection.ts'
import type { QueriesOf } from '../../context.ts'
import { offsetCursor, readCursor } from '../../cursor.ts'
import { journalHead } from '../../journal/index.ts'
import type { Remember } from '../../memory.ts'
import type { Indicator } from '../../../shared/indicators/formulas.ts'
import { measures } from '../compute.ts'
import { findIndicatorIn } from '../own-reading.ts'
import { figureOf, labelled } from '../rows.ts'
import { leftOutOf, type LeftOut } from './find.ts'

export const leftOutQueries: Pick<QueriesOf<'indicators'>, 'leftOut' | 'leftOutRows'> = {
  async leftOut({ code, period }, { db, fail, remembered }) {
    const indicator = (await findIndicatorIn(db, code)) ?? fail('unknown_indicator', { code })
    const found = await rememberedLeftOut(db, remembered, { indicator, period })
    return {
      groups: found.map(({ measure, reason, ids }) => ({
        measure,
        reason,
        tableName: measures[measure].tableName,
        rowCount: ids.length,
      })),
    }
  },

  async leftOutRows({ code, period, measure, reason, cursor, limit }, { db, fail, remembered }) {
    const indicator = (await findIndicatorIn(db, code)) ?? fail('unknown_indicator', { code })
    const from = readCursor(cursor, offsetCursor, fail) ?? 0
    const found = await rememberedLeftOut(db, remembered, { indicator, period })
    const group = found.find((each) => each.measure === measure && each.reason === reason)
    const ids = group?.ids ?? []
    const shown = ids.slice(from, from + limit)
    return {
      rows: group ? await labelled(db, { measure: group.measure, ids: shown }) : [],
      next: from + limit < ids.length ? String(from + limit) : null,
      rowCount: ids.length,
    }
  },
}

type Asked = { indicator: Indicator; period: string }

async function rememberedLeftOut(db: Reader, remembered: Remember, asked: Asked): Promise<LeftOut[]> {
  const { hash } = await journalHead(db)
  return remembered(`indicators.leftOut ${hash} ${asked.indicator.code} ${asked.period}`, async () => {
    const { figure } = await figureOf(db, asked.indicator, asked.period)
    return leftOutOf(db, figure)
  })
}

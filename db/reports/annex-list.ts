import { annexNames, type AnnexTable, type ReportAnnex } from '../../shared/reports/annexes.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Annex } from '../documents/document.ts'
import { indicatorWords } from '../indicator-words.ts'
import { wordsIn } from '../words.ts'
import { annexesOf } from './annexes.ts'
import { comparedFigures, rememberedCount } from './figures.ts'
import { frameOf, signedPaper } from './paper.ts'
import { change, readPeriod, requirePeriod } from './periods.ts'

export const annexQueries: Pick<QueriesOf<'reports'>, 'annexes'> = {
  async annexes({ id }, { db, fail, remembered, today }) {
    const period = (await readPeriod(db, id)) ?? fail('period_not_found', { id })
    const signed = await signedPaper(db, id)
    if (signed) return (signed.annexes ?? []).map((annex) => shown(annex, false))
    const { language } = await frameOf(db, period)
    const compute = await rememberedCount(db, remembered)
    const figures = await comparedFigures(db, period, { day: today, compute })
    const words = await indicatorWords(db, language)
    const given = { figures, day: today, language, t: wordsIn[language], words }
    const annexes = await annexesOf(db, period, given)
    return annexes.map(({ isEmpty, ...annex }) => shown(annex, isEmpty))
  },
}

export const annexCommands: Pick<CommandsOf<'reports'>, 'setAnnexes'> = {
  async setAnnexes({ id, rev, leftOut }, { db, fail }) {
    const period = await requirePeriod(db, { id, rev }, fail)
    if (period.state === 'signed') fail('wrong_state', { state: period.state })
    const kept = annexNames.filter((name) => leftOut.includes(name))
    return change(db, period, { leftOut: JSON.stringify(kept) })
  },
}

function shown(annex: Annex, isEmpty: boolean): ReportAnnex {
  const tables = annex.blocks.flatMap((block): AnnexTable[] => {
    if (block.type !== 'table') return []
    const { columns, rows, caption = '', note = '', chart } = block
    return [
      {
        columns: columns.map(({ key, label, kind, align }) => ({
          key,
          label,
          kind,
          ...(align ? { align } : {}),
        })),
        rows: rows.map((row) => (row.type === 'group' ? row : { type: row.type, values: row.values })),
        caption,
        note,
        drawing: chart?.drawing ?? null,
      },
    ]
  })
  const name = annexNames.find((known) => known === annex.name) ?? null
  return { name, title: annex.title, isEmpty, tables }
}

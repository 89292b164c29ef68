import type { TFunction } from 'i18next'
import type { SpecOf } from '../../shared/contracts.ts'
import { displayDate } from '../../shared/dates.ts'
import { decisionOf } from '../../shared/interchange/rules.ts'
import type { RunRecord } from '../../shared/interchange/contract.ts'
import type { FormerCopy } from '../../shared/merger/contract.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { JobHandler } from '../context.ts'
import { openList, type ListColumn } from '../documents/index.ts'
import { recordsOf } from '../interchange/index.ts'
import { libraryWords } from '../words.ts'
import { copiesWhere, countFormerCopies, readFormerCopies } from './former-copies.ts'
import { knownMerger, type MergerRow } from './mergers.ts'

const readAtOnce = 200

/** The titles or copies of a merger as a list shows them, to be looked through on paper by both sides. */
export const exportList: JobHandler<SpecOf<'merger.exportList'>, never> = {
  async run({ mergerId, list, filters, format }, { db, fail, progress, offerFile }) {
    const merger = await knownMerger(db, mergerId, fail)
    const t = await libraryWords(db)
    const name = t(runtimeKey(`merger.export.${list}`))
    const where = copiesWhere(merger, filters)
    const count = list === 'copies' ? await countFormerCopies(db, where) : merger.found.titles
    let rows = 0
    const file = await openRows()
    const bytes = await file.finish()
    return {
      file: await offerFile(`sap-nhap-${list === 'titles' ? 'nhan-de' : 'ban'}-${mergerId}.${format}`, bytes),
      rows,
    }

    async function openRows() {
      if (list === 'titles') {
        const titles = await openList(format, titleColumns(merger, t), name)
        for (let offset = 0; offset < count; offset += readAtOnce) {
          const page = await recordsOf(db, {
            runId: merger.runId,
            verdicts: [],
            problem: null,
            offset,
            limit: readAtOnce,
          })
          titles.add(page.rows)
          progress((rows += page.rows.length), count)
        }
        return titles
      }
      const copies = await openList(format, copyColumns(t), name)
      for (let offset = 0; offset < count; offset += readAtOnce) {
        const page = await readFormerCopies(db, merger, { where, offset, limit: readAtOnce })
        copies.add(page)
        progress((rows += page.length), count)
      }
      return copies
    }
  },
}

function titleColumns({ run }: MergerRow, t: TFunction): ListColumn<RunRecord>[] {
  const head = (key: string) => t(runtimeKey(`merger.columns.${key}`))
  return [
    { head: head('title'), width: 60, value: ({ label }) => label },
    {
      head: head('verdict'),
      width: 22,
      value: ({ verdict }) => t(runtimeKey(`interchange.verdicts.${verdict}`)),
    },
    {
      head: head('decision'),
      width: 26,
      value: (line) => t(runtimeKey(`merger.decisions.${decisionOf(line, run.options)}`)),
    },
    { head: head('ourTitle'), width: 60, value: ({ titleLabel }) => titleLabel },
    { head: head('copies'), width: 10, value: ({ copies }) => copies },
  ]
}

function copyColumns(t: TFunction): ListColumn<FormerCopy>[] {
  const head = (key: string) => t(runtimeKey(`merger.columns.${key}`))
  const day = (date: string | null) => (date === null ? '' : displayDate(date))
  const twin = (of: FormerCopy['numberTwin']) => (of ? `${of.accessionNumber} · ${of.title}` : '')
  return [
    { head: head('accessionNumber'), width: 18, value: (copy) => copy.accessionNumber },
    { head: head('barcode'), width: 18, value: (copy) => copy.barcode },
    { head: head('newNumber'), width: 18, value: (copy) => copy.newNumber ?? t('merger.copies.atWriting') },
    { head: head('newBarcode'), width: 18, value: (copy) => copy.newBarcode },
    { head: head('title'), width: 50, value: (copy) => copy.title },
    { head: head('site'), width: 24, value: (copy) => copy.siteName },
    { head: head('store'), width: 20, value: (copy) => copy.storeName },
    { head: head('accessionedOn'), width: 12, value: (copy) => day(copy.accessionedOn) },
    { head: head('withdrawnOn'), width: 12, value: (copy) => day(copy.withdrawnOn) },
    { head: head('decisionNumber'), width: 16, value: (copy) => copy.decisionNumber },
    { head: head('numberTwin'), width: 40, value: (copy) => twin(copy.numberTwin) },
    { head: head('barcodeTwin'), width: 40, value: (copy) => twin(copy.barcodeTwin) },
  ]
}

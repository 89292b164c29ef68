import type { TFunction } from 'i18next'
import type {
  Award,
  DuesEntry,
  DuesRow,
  Income,
  ListToExport,
  Member,
} from '../../shared/association/contract.ts'
import { openMinor } from '../../shared/association/rules.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import { displayDate } from '../../shared/dates.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import { openList, type ListColumn } from '../documents/index.ts'
import { libraryWords } from '../words.ts'
import { awardPage } from './awards.ts'
import { duesOf } from './dues.ts'
import { incomePage } from './income.ts'
import { entryPage } from './ledger.ts'
import { memberPage } from './members.ts'

const readAtOnce = 500

type Format = 'xlsx' | 'csv'
type Listed = { bytes: Uint8Array; rows: number }
type Told = (done: number) => void

export const exportList: JobHandler<SpecOf<'association.exportList'>, never> = {
  async run({ what, format }, { db, today, progress, offerFile }) {
    const t = await libraryWords(db)
    const { bytes, rows } = await written(db, { what, format, t }, (done) => progress(done, null))
    const file = await offerFile(`${t(`association.export.files.${what.list}`)}-${today}.${format}`, bytes)
    return { file, rows }
  },
}

type Given = { what: ListToExport; format: Format; t: TFunction }

function written(db: Reader, { what, format, t }: Given, told: Told): Promise<Listed> {
  const name = t(`association.export.sheets.${what.list}`)
  const limit = readAtOnce
  switch (what.list) {
    case 'members':
      return listed({ format, name, columns: memberColumns(t) }, told, (cursor) =>
        memberPage(db, what.filters, { after: parsed(cursor), limit }),
      )
    case 'entries':
      return listed({ format, name, columns: entryColumns(t) }, told, (cursor) =>
        entryPage(db, what.filters, { before: cursor === null ? null : Number(cursor), limit }),
      )
    case 'income':
      return listed({ format, name, columns: incomeColumns(t) }, told, (cursor) =>
        incomePage(db, what.filters, { before: parsed(cursor), limit }),
      )
    case 'awards':
      return listed({ format, name, columns: awardColumns(t) }, told, (cursor) =>
        awardPage(db, what.filters, { before: parsed(cursor), limit }),
      )
    case 'dues':
      return listed({ format, name, columns: duesColumns(t) }, told, async () => ({
        rows: await duesOf(db, what.year),
        next: null,
      }))
  }
}

/** A cursor that the list itself wrote a moment ago. */
function parsed(cursor: string | null): [string, number] | null {
  return cursor === null ? null : (JSON.parse(cursor) as [string, number])
}

async function listed<Row>(
  { format, name, columns }: { format: Format; name: string; columns: ListColumn<Row>[] },
  told: Told,
  page: (cursor: string | null) => Promise<{ rows: Row[]; next: string | null }>,
): Promise<Listed> {
  const list = await openList(format, columns, name)
  let rows = 0
  for (let cursor: string | null = null, isLast = false; !isLast;) {
    const read: { rows: Row[]; next: string | null } = await page(cursor)
    list.add(read.rows)
    rows += read.rows.length
    told(rows)
    cursor = read.next
    isLast = cursor === null
  }
  return { bytes: await list.finish(), rows }
}

type Columns<Row> = (t: TFunction) => ListColumn<Row>[]
type Cell = string | number | null

const columnIn =
  <Row>(t: TFunction) =>
  (key: string, width: number, value: (row: Row) => Cell): ListColumn<Row> => ({
    head: t(runtimeKey(`association.fields.${key}`)),
    width,
    value,
  })

const memberColumns: Columns<Member> = (t) => {
  const column = columnIn<Member>(t)
  return [
    column('name', 32, ({ name }) => name),
    column('branchId', 36, ({ branchName }) => branchName),
    column('position', 28, ({ position }) => position),
    column('cardNumber', 14, ({ cardNumber }) => cardNumber),
    column('decisionNumber', 20, ({ decisionNumber }) => decisionNumber),
    column('admittedOn', 12, ({ admittedOn }) => displayDate(admittedOn)),
    column('leftOn', 12, ({ leftOn }) => leftOn && displayDate(leftOn)),
    column('leftReason', 28, ({ leftReason }) => leftReason),
  ]
}

const duesColumns: Columns<DuesRow> = (t) => {
  const column = columnIn<DuesRow>(t)
  return [
    column('branchId', 40, ({ branchName }) => branchName),
    column('sector', 22, ({ sector }) => t(`association.sectors.${sector}`)),
    column('members', 10, ({ members }) => members),
    column('beforeMinor', 16, ({ beforeMinor }) => beforeMinor),
    column('owedMinor', 16, ({ owedMinor }) => owedMinor),
    column('paidMinor', 16, ({ paidMinor }) => paidMinor),
    column('openMinor', 16, (row) => openMinor(row, row.beforeMinor)),
  ]
}

const entryColumns: Columns<DuesEntry> = (t) => {
  const column = columnIn<DuesEntry>(t)
  return [
    column('on', 12, ({ on }) => displayDate(on)),
    column('branchId', 40, ({ branchName }) => branchName),
    column('year', 8, ({ year }) => year),
    column('kind', 14, ({ kind }) => t(`association.entryKinds.${kind}`)),
    column('amountMinor', 16, ({ amountMinor }) => amountMinor),
    column('receiptNumber', 16, ({ receiptNumber }) => receiptNumber),
    column('note', 40, ({ note }) => note),
  ]
}

const incomeColumns: Columns<Income> = (t) => {
  const column = columnIn<Income>(t)
  return [
    column('on', 12, ({ on }) => displayDate(on)),
    column('source', 40, ({ source }) => source),
    column('kind', 18, ({ kind }) => t(`association.incomeKinds.${kind}`)),
    column('amountMinor', 16, ({ amountMinor }) => amountMinor),
    column('receiptNumber', 16, ({ receiptNumber }) => receiptNumber),
    column('activityId', 40, ({ activityName }) => activityName),
    column('note', 40, ({ note }) => note),
  ]
}

const awardColumns: Columns<Award> = (t) => {
  const column = columnIn<Award>(t)
  return [
    column('year', 8, ({ year }) => year),
    column('recipient', 36, ({ recipient }) => recipient),
    column('receivedBy', 14, ({ receivedBy }) => t(`association.recipientKinds.${receivedBy}`)),
    column('kind', 24, ({ kind }) => t(`association.awardKinds.${kind}`)),
    column('decisionNumber', 20, ({ decisionNumber }) => decisionNumber),
    column('decidedOn', 12, ({ decidedOn }) => displayDate(decidedOn)),
    column('issuer', 30, ({ issuer }) => issuer),
    column('branchId', 36, ({ branchName }) => branchName),
    column('reason', 40, ({ reason }) => reason),
  ]
}

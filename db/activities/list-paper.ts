import type { TFunction } from 'i18next'
import type { ActivityRow, Filters } from '../../shared/activities/contract.ts'
import { displayDate, spanText } from '../../shared/dates.ts'
import type { Reader } from '../connection.ts'
import type { Column, OfficialDocument, Row } from '../documents/index.ts'

type Words = { t: TFunction; typeName: (code: string) => string }
type Given = { filters: Filters; rows: readonly ActivityRow[] }

/** The list on paper, as a director hands it on: the library's head, the span, every row and their sums. */
export async function listPaper(
  db: Reader,
  { filters, rows }: Given,
  { t, typeName }: Words,
): Promise<OfficialDocument> {
  const library = await db.selectFrom('library').selectAll().executeTakeFirstOrThrow()
  const sum = (of: (row: ActivityRow) => number | null) =>
    rows.reduce((total, row) => total + (of(row) ?? 0), 0)
  const lines = rows.map((row, at): Row => ({
    type: 'values',
    values: {
      number: at + 1,
      days: spanText(row.startsOn, row.endsOn),
      name: row.name,
      type: typeName(row.typeCode),
      place: row.place || (row.siteName ?? ''),
      state: t(`activities.states.${row.state}`),
      held: row.heldCount,
      attended: row.attended,
      proof: row.heldCount > 0 ? t(`activities.proofs.${row.proof}`) : '',
    },
  }))
  const total = {
    name: t('activities.export.total', { count: rows.length }),
    held: sum(({ heldCount }) => heldCount),
    attended: sum(({ attended }) => attended),
  }
  return {
    language: library.language,
    letterhead: {
      governingBody: library.governingBody,
      issuingBody: library.name,
      number: '',
      symbol: '',
      place: library.placeName,
      date: null,
    },
    kind: t('activities.export.kind'),
    subject: subjectOf(filters, t),
    addressees: [],
    orientation: 'landscape',
    blocks: [{ type: 'table', columns: columnsIn(t), rows: [...lines, { type: 'total', values: total }] }],
    signature: null,
    recipients: [],
  }
}

function subjectOf({ from, to }: Filters, t: TFunction): string {
  if (from === null && to === null) return t('activities.export.ofAll')
  const day = (date: string | null) => (date === null ? '…' : displayDate(date))
  return t('activities.export.ofSpan', { from: day(from), to: day(to) })
}

function columnsIn(t: TFunction): Column[] {
  return [
    { key: 'number', label: t('activities.export.number'), weight: 5, kind: 'number' },
    { key: 'days', label: t('activities.list.days'), weight: 13, kind: 'text' },
    { key: 'name', label: t('activities.fields.name'), weight: 30, kind: 'text' },
    { key: 'type', label: t('activities.fields.typeCode'), weight: 18, kind: 'text' },
    { key: 'place', label: t('activities.fields.place'), weight: 16, kind: 'text' },
    { key: 'state', label: t('activities.fields.state'), weight: 9, kind: 'text' },
    { key: 'held', label: t('activities.fields.heldCount'), weight: 7, kind: 'number' },
    { key: 'attended', label: t('activities.fields.attended'), weight: 9, kind: 'number' },
    { key: 'proof', label: t('activities.fields.proof'), weight: 11, kind: 'text' },
  ]
}

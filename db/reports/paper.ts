import type { TFunction } from 'i18next'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import type { Period } from '../../shared/reports/contract.ts'
import { runtimeKey, type Language, type WordAt } from '../../shared/texts.ts'
import type { Reader } from '../connection.ts'
import type { Block, OfficialDocument, Row } from '../documents/document.ts'
import { comparedFigures } from './queries.ts'

type Words = { t: TFunction; language: Language }

/** The quarterly report as plain data: header, legal bases, figures, the director's words, signature. */
export async function quarterlyReport(
  db: Reader,
  period: Period,
  { t, language }: Words,
): Promise<OfficialDocument> {
  const library = await db.selectFrom('library').selectAll().executeTakeFirstOrThrow()
  const proof = await db
    .selectFrom('period')
    .select(['figuresHash', 'position', 'journalHash'])
    .where('id', '=', period.id)
    .executeTakeFirstOrThrow()
  const quarter = t(runtimeKey(`reports.quarters.${period.quarter}`))
  const words = { library: library.name, quarter, year: period.year }
  const isSigned = period.state === 'signed'
  return {
    language,
    letterhead: {
      governingBody: library.governingBody,
      issuingBody: library.name,
      number: '',
      symbol: library.reportSymbol,
      place: library.placeName,
      date: period.signedAt ? isoDateAt(Date.parse(period.signedAt)) : null,
    },
    kind: t('reports.paper.kind'),
    subject: t('reports.paper.subject', words),
    addressees: [library.governingBody, t('reports.paper.ministry')].filter((line) => line !== ''),
    blocks: [
      ...lines(t('reports.paper.bases'), 'basis'),
      { type: 'paragraph', text: t('reports.paper.opening', words) },
      { type: 'heading', level: 1, text: t('reports.paper.results') },
      await figureTable(db, period, { t, language }),
      ...lines(period.note, 'body'),
      ...(isSigned ? [] : lines(t('reports.paper.provisional', { to: displayDate(period.to) }), 'note')),
    ],
    signature: { capacity: library.signerTitle || t('reports.paper.director'), name: library.signerName },
    recipients: library.recipients.split('\n').filter((line) => line.trim() !== ''),
    ...(isSigned ? { footer: t('reports.paper.proof', proof) } : {}),
  }
}

function lines(text: string, manner: 'basis' | 'body' | 'note'): Block[] {
  return text.trim() === '' ? [] : [{ type: 'paragraph', text, manner }]
}

async function figureTable(db: Reader, period: Period, { t }: Words): Promise<Block> {
  const figures = await comparedFigures(db, period)
  const rows: Row[] = figures.map((figure, index) => ({
    type: 'values',
    values: {
      number: index + 1,
      code: figure.code,
      name: t(runtimeKey(`indicators.names.${figure.code.replace('.', '_')}`)),
      unit: t(runtimeKey(`indicators.units.${figure.code.replace('.', '_')}`)),
      value: figure.status === 'known' ? figure.value : { status: figure.status },
      previous: figure.previous,
      lastYear: figure.samePeriodLastYear,
    },
  }))
  const text = (key: WordAt<'reports.columns'>, weight: number) => ({
    key,
    label: t(`reports.columns.${key}`),
    weight,
    kind: 'text' as const,
  })
  const number = (key: WordAt<'reports.columns'>) => ({
    key,
    label: t(`reports.columns.${key}`),
    weight: 12,
    kind: 'number' as const,
  })
  return {
    type: 'table',
    columns: [
      { ...text('number', 5), align: 'center' },
      { ...text('code', 9), align: 'center' },
      text('name', 36),
      text('unit', 9),
      number('value'),
      number('previous'),
      number('lastYear'),
    ],
    rows,
  }
}

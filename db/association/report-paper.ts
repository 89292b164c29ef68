import type { TFunction } from 'i18next'
import type { ReportFigures, ReportTexts } from '../../shared/association/contract.ts'
import { friendlyChange } from '../../shared/association/rules.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import { lines, render, type Block, type OfficialDocument, type Row } from '../documents/index.ts'
import { wordsIn } from '../words.ts'
import { readTexts, reportFigures } from './report.ts'

export const produceReport: JobHandler<SpecOf<'association.produceReport'>, never> = {
  async run({ year, format }, { db, progress, offerFile }) {
    progress(0, 2)
    const paper = await reportPaper(db, year)
    progress(1, 2)
    const bytes = await render(paper, format)
    progress(2, 2)
    return { file: await offerFile(`bao-cao-hoi-${year}.${format}`, bytes) }
  },
}

/** The association's block of the year: figures as the records give them, and the library's own words around them. */
export async function reportPaper(db: Reader, year: number): Promise<OfficialDocument> {
  const library = await db.selectFrom('library').selectAll().executeTakeFirstOrThrow()
  const t = wordsIn[library.language]
  const { texts } = await readTexts(db, year)
  const figures = await reportFigures(db, year)
  return {
    language: library.language,
    letterhead: {
      governingBody: library.governingBody,
      issuingBody: library.name,
      number: '',
      symbol: library.reportSymbol,
      place: library.placeName,
      date: null,
    },
    kind: t('association.paper.kind'),
    subject: t('association.paper.subject', { year, library: library.name }),
    addressees: [t('association.paper.addressee')],
    blocks: [...resultBlocks(figures, texts, t, year), ...wordBlocks(texts, t)],
    signature: { capacity: library.signerTitle || t('reports.paper.director'), name: library.signerName },
    recipients: library.recipients.split('\n').filter((line) => line.trim() !== ''),
  }
}

function resultBlocks(figures: ReportFigures, texts: ReportTexts, t: TFunction, year: number): Block[] {
  return [
    { type: 'heading', level: 1, text: t('association.paper.results') },
    { type: 'paragraph', text: t('association.paper.opening', { ...shown(figures, t), year }) },
    figureTable(figures, t),
    ...friendlyBlocks(figures, t),
    ...lines(texts.results, 'body'),
  ]
}

function wordBlocks({ tasks, proposals }: ReportTexts, t: TFunction): Block[] {
  const part = (text: string, title: string): Block[] =>
    text.trim() === '' ? [] : [{ type: 'heading', level: 1, text: title }, ...lines(text, 'body')]
  return [...part(tasks, t('association.paper.tasks')), ...part(proposals, t('association.paper.proposals'))]
}

const number = (t: TFunction, value: number) => value.toLocaleString(t('association.paper.locale'))

function shown(figures: ReportFigures, t: TFunction) {
  const keys = ['branches', 'members', 'branchesFounded', 'admitted', 'activities'] as const
  return Object.fromEntries(keys.map((key) => [key, number(t, figures[key])]))
}

/** Dues and other income are told apart; what was taken in is their sum and nothing typed. */
function figureTable(figures: ReportFigures, t: TFunction): Block {
  const row = (key: keyof ReportFigures, value: number, unit: string): Row => ({
    type: 'values',
    values: { name: t(runtimeKey(`association.report.${key}`)), unit, value },
  })
  const money = t('association.units.dong')
  const units = t('association.units.branches')
  const people = t('association.units.people')
  const rows: Row[] = [
    { type: 'group', label: t('association.paper.organisation') },
    row('branches', figures.branches, units),
    row('branchesFounded', figures.branchesFounded, units),
    row('members', figures.members, people),
    row('admitted', figures.admitted, people),
    row('left', figures.left, people),
    { type: 'group', label: t('association.paper.money') },
    row('owedMinor', figures.owedMinor, money),
    row('paidMinor', figures.paidMinor, money),
    {
      type: 'values',
      values: {
        name: t('association.report.paidShare'),
        unit: '%',
        value: figures.paidShare ?? { status: 'zero_base' },
      },
    },
    ...figures.income.map(({ kind, amountMinor }): Row => ({
      type: 'values',
      values: { name: t(runtimeKey(`association.incomeKinds.${kind}`)), unit: money, value: amountMinor },
    })),
    row('incomeMinor', figures.incomeMinor, money),
    {
      type: 'total',
      values: { name: t('association.report.takenInMinor'), unit: money, value: figures.takenInMinor },
    },
    { type: 'group', label: t('association.paper.awards') },
    ...awardRows(figures, t),
  ]
  return {
    type: 'table',
    columns: [
      { key: 'name', label: t('association.paper.columns.name'), weight: 60, kind: 'text' },
      { key: 'unit', label: t('association.paper.columns.unit'), weight: 16, kind: 'text', align: 'center' },
      { key: 'value', label: t('association.paper.columns.value'), weight: 24, kind: 'number' },
    ],
    rows,
  }
}

function awardRows({ awards }: ReportFigures, t: TFunction): Row[] {
  const kept = awards.flatMap(({ kind, persons, units }): Row[] =>
    (
      [
        ['person', persons],
        ['unit', units],
      ] as const
    ).flatMap(([receivedBy, value]) =>
      value === 0
        ? []
        : [
            {
              type: 'values',
              values: {
                name: `${t(runtimeKey(`association.awardKinds.${kind}`))}, ${t(`association.recipientKinds.${receivedBy}`).toLowerCase()}`,
                unit: t('association.units.awards'),
                value,
              },
            },
          ],
    ),
  )
  const none: Row = {
    type: 'values',
    values: { name: t('association.paper.noAwards'), unit: t('association.units.awards'), value: 0 },
  }
  return kept.length > 0 ? kept : [none]
}

function friendlyBlocks({ friendly, friendlyBefore }: ReportFigures, t: TFunction): Block[] {
  if (!friendly || friendly.total === null) return lines(t('association.paper.friendlyNone'), 'body')
  const change = friendlyChange(friendly, friendlyBefore)
  const text = t('association.paper.friendly', {
    total: number(t, friendly.total),
    most: number(t, friendly.most),
  })
  const compared =
    change === null || !friendlyBefore
      ? ''
      : ` ${t(`association.paper.${change < 0 ? 'friendlyDown' : 'friendlyUp'}`, {
          change: number(t, Math.abs(change)),
          year: friendlyBefore.year,
        })}`
  return [{ type: 'paragraph', text: text + compared }]
}

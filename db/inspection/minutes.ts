import type { TFunction } from 'i18next'
import type { SpecOf } from '../../shared/contracts.ts'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import type { Inspection, Member } from '../../shared/inspection/contract.ts'
import { lotWords } from '../../shared/inspection/lot-words.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import { render, type Block, type OfficialDocument, type Signature } from '../documents/index.ts'
import { wordsIn } from '../words.ts'
import { letterheadOf } from './letterhead.ts'
import { resultBlocks } from './minutes-results.ts'
import { requireInspection, talliesOf, type Tallies } from './reading.ts'
import { fileName } from './rescan-list.ts'

export const produce: JobHandler<SpecOf<'inspection.produce'>, never> = {
  async run({ id, format }, { db, fail, progress, offerFile }) {
    const inspection = await requireInspection(db, id, fail)
    progress(0, 2)
    const paper =
      (await frozenPaper(db, id)) ?? (await minutesPaper(db, inspection, await talliesOf(db, inspection)))
    progress(1, 2)
    const bytes = await render(paper, format)
    progress(2, 2)
    return { file: await offerFile(`bien-ban-${fileName(inspection.name) || id}.${format}`, bytes) }
  },
}

/** Word for word what was closed, whatever kinds and jobs are called since. */
async function frozenPaper(db: Reader, id: number): Promise<OfficialDocument | null> {
  const { paper } = await db
    .selectFrom('inspection')
    .select('paper')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return paper ? (JSON.parse(paper) as OfficialDocument) : null
}

/** Biên bản nghiệm thu chất lượng số hóa as plain data: who, what lot, by which plan, results, conclusion, signatures. */
export async function minutesPaper(
  db: Reader,
  inspection: Inspection,
  tallies: Tallies,
): Promise<OfficialDocument> {
  const { closedOn, minutesNumber, basis, members, conclusion, note } = inspection
  const head = await letterheadOf(db, { number: minutesNumber, date: closedOn })
  const t = wordsIn[head.language]
  const library = head.letterhead.issuingBody
  return {
    ...head,
    kind: t('inspection.minutes.kind'),
    subject: t('inspection.minutes.subject', { name: subjectOf(inspection.name) }),
    addressees: [],
    blocks: [
      ...basisLines(basis, t),
      ...(closedOn === null ? lines(t('inspection.minutes.draft'), 'note') : []),
      { type: 'paragraph', text: t('inspection.minutes.opening', { library }) },
      memberTable(members, t),
      { type: 'heading', level: 1, text: t('inspection.minutes.what') },
      { type: 'list', items: planItems(inspection, t) },
      { type: 'heading', level: 1, text: t('inspection.minutes.results') },
      ...resultBlocks(inspection, tallies, t),
      { type: 'heading', level: 1, text: t('inspection.minutes.conclusion') },
      { type: 'paragraph', manner: 'strong', text: conclusionOf(inspection, t) },
      ...lines(conclusion, 'body'),
      ...lines(note, 'body'),
      { type: 'paragraph', text: t('inspection.minutes.ending') },
      ...signatureRows(members, t),
    ],
    signature: null,
    recipients: [],
    ...(closedOn === null ? {} : { footer: t('inspection.minutes.footer', { uuid: inspection.uuid }) }),
  }
}

/** The paper is called an acceptance already. */
function subjectOf(name: string): string {
  return name.replace(/^nghiệm thu\s+(?=\S)/iu, '')
}

function lines(text: string, manner: 'basis' | 'body' | 'note'): Block[] {
  return text.trim() === '' ? [] : [{ type: 'paragraph', text, manner }]
}

function basisLines(text: string, t: TFunction): Block[] {
  const given = text.split('\n').filter((line) => line.trim() !== '')
  return given.flatMap((line) =>
    lines(/^(căn cứ|pursuant to)\s/iu.test(line) ? line : t('inspection.minutes.basis', { line }), 'basis'),
  )
}

const blankMembers = 4

function memberTable(members: readonly Member[], t: TFunction): Block {
  const blank = Array.from({ length: blankMembers }, () => ({ name: '', position: '', duty: '' }))
  const named = members.map(({ name, position, duty }) => ({
    name,
    position,
    duty: t(`inspection.duties.${duty}`),
  }))
  const column = (key: 'number' | 'name' | 'position' | 'duty', weight: number) => ({
    key,
    label: t(`inspection.minutes.members.${key}`),
    weight,
    kind: key === 'number' ? ('number' as const) : ('text' as const),
  })
  return {
    type: 'table',
    columns: [column('number', 6), column('name', 36), column('position', 32), column('duty', 26)],
    rows: (named.length > 0 ? named : blank).map((member, at) => ({
      type: 'values',
      values: { number: at + 1, ...member },
    })),
  }
}

/** The plan as it was recorded: anybody can draw the same pages again from it. */
function planItems(inspection: Inspection, t: TFunction): string[] {
  const { population, jobs, uncounted, counts, seed, acceptance, drawnAt, followsName, sizeBy } = inspection
  const number = (value: number) => value.toLocaleString(t('inspection.minutes.locale'))
  const { critical, major, minor } = acceptance
  return [
    t('inspection.minutes.lot', { lot: lotWords(inspection, t) }),
    t('inspection.minutes.population', { jobs: number(jobs), pages: number(population) }),
    ...(uncounted === 0 ? [] : [t('inspection.minutes.uncounted', { jobs: number(uncounted) })]),
    t('inspection.minutes.sample', {
      size: number(counts.size),
      by: t(`inspection.minutes.sizeBy.${sizeBy}`, { value: number(inspection.sizeValue ?? 0) }),
      seed: String(seed),
      on: displayDate(isoDateAt(Date.parse(drawnAt))),
    }),
    ...(inspection.fromEachJob ? [t('inspection.minutes.fromEachJob')] : []),
    critical === null
      ? t('inspection.minutes.acceptTogether', { major: number(major), minor: number(minor) })
      : t('inspection.minutes.accept', {
          critical: number(critical),
          major: number(major),
          minor: number(minor),
        }),
    ...(followsName === '' ? [] : [t('inspection.minutes.follows', { name: followsName })]),
  ]
}

function conclusionOf({ verdict }: Inspection, t: TFunction): string {
  return t(verdict === null ? 'inspection.minutes.noVerdict' : `inspection.minutes.verdicts.${verdict}`)
}

const signaturesInRow = 3

/** Everybody signs in rows of even length, the chair last on the right as the one who answers for the paper. */
function signatureRows(members: readonly Member[], t: TFunction): Block[] {
  const order = ['deliverer', 'secretary', 'member', 'deputy', 'chair'] as const
  const named = members
    .toSorted((a, b) => order.indexOf(a.duty) - order.indexOf(b.duty))
    .map(({ name, duty }): Signature => ({ capacity: t(`inspection.duties.${duty}`), name }))
  const blank = (['deliverer', 'secretary', 'chair'] as const).map((duty): Signature => ({
    capacity: t(`inspection.duties.${duty}`),
    name: '',
  }))
  const places = named.length > 0 ? named : blank
  const rows = Math.ceil(places.length / signaturesInRow)
  const startOf = (row: number) => Math.floor((row * places.length) / rows)
  return Array.from({ length: rows }, (_, row) => ({
    type: 'signatures',
    places: places.slice(startOf(row), startOf(row + 1)),
  }))
}

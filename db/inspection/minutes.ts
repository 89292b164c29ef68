import type { TFunction } from 'i18next'
import type { SpecOf } from '../../shared/contracts.ts'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import type { Inspection, Member } from '../../shared/inspection/contract.ts'
import { lotWords } from '../../shared/inspection/lot-words.ts'
import { fileName } from '../../shared/file-name.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import {
  basisLines,
  lines,
  memberTable,
  render,
  signatureRows,
  type OfficialDocument,
} from '../documents/index.ts'
import { wordsIn } from '../words.ts'
import { letterheadOf } from '../minutes-head.ts'
import { resultBlocks } from './minutes-results.ts'
import { requireInspection, talliesOf, type Tallies } from './reading.ts'

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
      ...basisLines(basis, (line) => t('inspection.minutes.basis', { line })),
      ...(closedOn === null ? lines(t('inspection.minutes.draft'), 'note') : []),
      { type: 'paragraph', text: t('inspection.minutes.opening', { library }) },
      memberTable(members, {
        column: (key) => t(`inspection.minutes.members.${key}`),
        duty: dutyWords(t),
      }),
      { type: 'heading', level: 1, text: t('inspection.minutes.what') },
      { type: 'list', items: planItems(inspection, t) },
      { type: 'heading', level: 1, text: t('inspection.minutes.results') },
      ...resultBlocks(inspection, tallies, t),
      { type: 'heading', level: 1, text: t('inspection.minutes.conclusion') },
      { type: 'paragraph', manner: 'strong', text: conclusionOf(inspection, t) },
      ...lines(conclusion, 'body'),
      ...lines(note, 'body'),
      { type: 'paragraph', text: t('inspection.minutes.ending') },
      ...signatureRows(members, { order: signing, usual: usuallySigning, inWords: dutyWords(t) }),
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

/** In the order in which they sign. */
const signing = ['deliverer', 'secretary', 'member', 'deputy', 'chair'] as const
const usuallySigning = ['deliverer', 'secretary', 'chair'] as const

function dutyWords(t: TFunction) {
  return (duty: Member['duty']) => t(`inspection.duties.${duty}`)
}

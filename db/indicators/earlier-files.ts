import type { SpecOf } from '../../shared/contracts.ts'
import { previousQuarter, quarterOf, type Quarter } from '../../shared/dates.ts'
import { quarterPeriod } from '../../shared/periods.ts'
import { periodText } from '../../shared/period-text.ts'
import type { FileTicket } from '../../shared/door.ts'
import type { EarlierFigure } from '../../shared/indicators/contract.ts'
import type { NumberWay } from '../../shared/indicators/written-number.ts'
import type { Reader } from '../connection.ts'
import type { JobContext, JobHandler, JobsOf } from '../context.ts'
import { openList, type ListColumn } from '../documents/index.ts'
import { evidenceFileId, offerEvidence, keepEvidence, type KeptEvidence } from '../evidence-files.ts'
import { indicatorWords } from '../indicator-words.ts'
import { linesOf } from '../interchange/tables.ts'
import { insertRow } from '../plain-rows.ts'
import { libraryWords } from '../words.ts'
import { readEarlier, type EarlierTable, type Known } from './earlier-table.ts'
import { indicatorsOn } from './own-reading.ts'

const shownAtMost = 200
const templateQuarters = 8

type Refusal = 'file_gone' | 'not_a_table' | 'no_code_column' | 'no_quarter_column'
type Reading = Pick<JobContext<Refusal>, 'db' | 'fail' | 'today' | 'pathOfFile'>

async function tableOf(
  { file, way }: { file: FileTicket; way: NumberWay | null },
  { db, fail, today, pathOfFile }: Reading,
): Promise<EarlierTable> {
  const path = pathOfFile(file) ?? fail('file_gone', { name: file.name })
  return readEarlier(await linesOf(path, fail), { ...(await knownOf(db, today)), today, way }, fail)
}

async function knownOf(db: Reader, today: string): Promise<Pick<Known, 'codes' | 'there' | 'signed'>> {
  const indicators = await indicatorsOn(db, today)
  const there = await db
    .selectFrom('earlierFigure')
    .innerJoin('earlierReport', 'earlierReport.id', 'reportId')
    .select(['code', 'fromOn', 'untilOn'])
    .where('undoneOn', 'is', null)
    .execute()
  const signed = await db
    .selectFrom('period')
    .select('fromOn')
    .where('kind', '=', 'quarter')
    .where('state', '=', 'signed')
    .execute()
  return {
    codes: new Set(indicators.map(({ indicator }) => indicator.code)),
    there: new Set(there.map(({ code, fromOn, untilOn }) => `${code} ${fromOn} ${untilOn}`)),
    signed: new Set(signed.map(({ fromOn }) => fromOn)),
  }
}

const previewEarlier: JobHandler<SpecOf<'indicators.previewEarlier'>, never> = {
  async run(input, context) {
    context.progress(0, null)
    const { figures, problems } = await tableOf(input, context)
    return {
      figures: figures.slice(0, shownAtMost),
      figureCount: figures.length,
      problems: problems.slice(0, shownAtMost),
      problemCount: problems.length,
      doubtful: problems.filter(({ code }) => code === 'doubtful_number').length,
    }
  },
}

type Taken = {
  fileName: string
  source: string
  proof: KeptEvidence | null
  figures: EarlierFigure[]
}

const takeEarlier: JobHandler<SpecOf<'indicators.takeEarlier'>, Taken> = {
  async run({ file, way, source, proof }, context) {
    const { db, fail, write, progress, jobId } = context
    progress(0, null)
    const kept = proof === null ? null : keepEvidence(proof, context)
    const { figures, problems } = await tableOf({ file, way }, context)
    const [problem] = problems
    if (problem) fail('file_has_problems', { count: problems.length, line: problem.line, text: problem.text })
    if (figures.length === 0) fail('nothing_to_take')
    await write({
      fileName: file.name,
      source,
      proof: kept,
      figures: figures.map(({ line: _, ...figure }) => figure),
    })
    progress(figures.length, figures.length)
    const { id } = await db
      .selectFrom('earlierReport')
      .select('id')
      .where('jobId', '=', jobId)
      .executeTakeFirstOrThrow()
    return { id, figures: figures.length }
  },

  async apply({ fileName, source, proof, figures }, { db, now, jobId, userId }) {
    const reportId = await insertRow(db, 'earlierReport', {
      fileName,
      source,
      jobId,
      fileId: proof === null ? null : await evidenceFileId(db, proof),
      proofName: proof?.name ?? '',
      takenById: userId,
      takenAt: now,
    })
    for (const figure of figures) await insertRow(db, 'earlierFigure', { reportId, ...figure })
    return { bulk: { reportId, figures: figures.length } }
  },
  leavesRows: true,
}

const openEarlierProof: JobHandler<SpecOf<'indicators.openEarlierProof'>, never> = {
  async run({ id }, { db, fail, dataDir, offerFile }) {
    const proof = await db
      .selectFrom('earlierReport')
      .innerJoin('evidenceFile', 'evidenceFile.id', 'fileId')
      .select(['proofName as name', 'hash', 'form'])
      .where('earlierReport.id', '=', id)
      .executeTakeFirst()
    const evidence = proof ?? fail('evidence_not_found', { id })
    const file = await offerEvidence(evidence, { dataDir, offerFile })
    return { file: file ?? fail('evidence_damaged', { name: evidence.name }) }
  },
}

/** Codes and names down, the last two years of quarters across, to be filled from old reports. */
const earlierTemplate: JobHandler<SpecOf<'indicators.earlierTemplate'>, never> = {
  async run(_, { db, today, progress, offerFile }) {
    progress(0, null)
    const t = await libraryWords(db)
    const words = await indicatorWords(db)
    const quarters = quartersBefore(quarterOf(today))
    const columns: ListColumn<string>[] = [
      { head: t('indicators.columns.code'), width: 12, value: (code) => code },
      { head: t('indicators.columns.name'), width: 56, value: words.name },
      { head: t('indicators.columns.unit'), width: 14, value: words.unit },
      ...quarters.map((quarter): ListColumn<string> => ({
        head: periodText(t, quarterPeriod(quarter), 'name'),
        width: 14,
        value: () => '',
      })),
    ]
    const list = await openList('xlsx', columns, t('indicators.earlier.title'))
    list.add((await indicatorsOn(db, today)).map(({ indicator }) => indicator.code))
    return { file: await offerFile(`${t('indicators.earlier.templateName')}.xlsx`, await list.finish()) }
  },
}

function quartersBefore(now: Quarter): Quarter[] {
  const quarters: Quarter[] = []
  for (let last = previousQuarter(now); quarters.length < templateQuarters; last = previousQuarter(last))
    quarters.unshift(last)
  return quarters
}

type EarlierJob = 'previewEarlier' | 'takeEarlier' | 'openEarlierProof' | 'earlierTemplate'
export const earlierJobs: Pick<JobsOf<'indicators'>, EarlierJob> = {
  previewEarlier,
  takeEarlier,
  openEarlierProof,
  earlierTemplate,
}

import { sql } from 'kysely'
import type { SpecOf } from '../../shared/contracts.ts'
import { LabelDesign, SheetFields, type LabelSource } from '../../shared/labels/contract.ts'
import { labelsPerPage, pagesFor } from '../../shared/labels/rules.ts'
import type { ChunkContext, JobHandler, JobsOf } from '../context.ts'
import { renderDrawn } from '../documents/index.ts'
import type { Fail } from '../failure.ts'
import { loadEncoder } from './codes.ts'
import { correctionOf } from './printers.ts'
import { drawLabels, layOut, readRun, requireStart, type Problem, type Run } from './run.ts'
import { testPage } from './test-page.ts'
import { copyLabels, libraryValues } from './values.ts'

type Printed = {
  kind: Run['template']['kind']
  by: LabelSource['by'] | 'batch'
  templateName: string
  sheetName: string
  design: string
  sheet: string
  labels: number
  each: number
  madeAt: string
  userId: number | null
}
type Chunk = { batch: Printed; copyIds: number[] }

const print: JobHandler<SpecOf<'labels.print'>, Chunk> = {
  async run({ isLeavingOut, ...asked }, { db, fail, actor, now, jobId, progress, offerFile, write }) {
    const run = await readRun(db, asked, fail)
    const total = run.labels.length
    const { drawn, problems } = drawLabels(run, await loadEncoder(), (done) => progress(done, total))
    if (!isLeavingOut) requireReadable(problems, fail)
    if (drawn.length === 0) fail('nothing_to_print')
    const labels = drawn.length * run.each
    const pages = layOut(
      drawn.map(({ drawing }) => drawing),
      run,
    )
    const file = await offerFile(fileName(run.template.kind), await paper(db, run, pages))
    const batch: Printed = {
      kind: run.template.kind,
      by: run.by,
      templateName: run.template.name,
      sheetName: run.sheet.name,
      design: JSON.stringify(run.design),
      sheet: JSON.stringify(SheetFields.parse(run.sheet)),
      labels,
      each: run.each,
      madeAt: now,
      userId: actor?.userId ?? null,
    }
    await write({ batch, copyIds: drawn.flatMap(({ label }) => label.copyId ?? []) })
    return { file, batchId: await batchOf(db, jobId), labels, pages: pages.length, leftOut: problems.length }
  },

  async apply({ batch, copyIds }, { db, jobId }) {
    const { id } = await db
      .insertInto('labelBatch')
      .values({ ...batch, jobId })
      .returning('id')
      .executeTakeFirstOrThrow()
    await sql`insert into labelBatchCopy (batchId, copyId)
      select ${id}, value from json_each(${JSON.stringify(copyIds)})`.execute(db)
    await forgetNames(db, jobId)
    return { bulk: { batchId: id, copies: copyIds.length } }
  },
  leavesRows: true,

  async takeBack({ db, jobId }) {
    await forgetNames(db, jobId)
    const batches = await db.selectFrom('labelBatch').select('id').where('jobId', '=', jobId).execute()
    for (const { id } of batches) await db.deleteFrom('labelBatchCopy').where('batchId', '=', id).execute()
    await db.deleteFrom('labelBatch').where('jobId', '=', jobId).execute()
    return false
  },
}

/** Readers typed for their cards are printed and kept nowhere, not even as what a run was asked. */
async function forgetNames(db: ChunkContext['db'], jobId: number): Promise<void> {
  const input = JSON.stringify({ source: { by: 'cards' } })
  await db
    .updateTable('job')
    .set({ input })
    .where('id', '=', jobId)
    .where(sql<string>`input ->> '$.source.by'`, '=', 'cards')
    .execute()
}

const reprint: JobHandler<SpecOf<'labels.reprint'>, Chunk> = {
  async run({ batchId, printerId, startAt }, { db, fail, actor, now, progress, offerFile, write }) {
    const batch = await db.selectFrom('labelBatch').selectAll().where('id', '=', batchId).executeTakeFirst()
    if (!batch) return fail('batch_not_found', { id: batchId })
    if (batch.kind === 'card') fail('batch_of_cards')
    const sheet = SheetFields.parse(JSON.parse(batch.sheet))
    requireStart(sheet, startAt, fail)
    const printer = await correctionOf(db, printerId, fail)
    const labels = await copyLabels(db, await copiesStillHere(db, batchId))
    if (labels.length === 0) fail('nothing_to_print')
    const design = LabelDesign.parse(JSON.parse(batch.design))
    const { drawn, problems } = drawLabels({ design, labels }, await loadEncoder(), (done) =>
      progress(done, labels.length),
    )
    requireReadable(problems, fail)
    const { each, kind, templateName, sheetName } = batch
    const pages = layOut(
      drawn.map(({ drawing }) => drawing),
      { sheet, printer, startAt, each },
    )
    const file = await offerFile(fileName(kind), await paper(db, { sheet }, pages))
    const count = drawn.length * each
    const again: Printed = {
      kind,
      by: 'batch',
      templateName,
      sheetName,
      design: batch.design,
      sheet: batch.sheet,
      labels: count,
      each,
      madeAt: now,
      userId: actor?.userId ?? null,
    }
    await write({ batch: again, copyIds: drawn.flatMap(({ label }) => label.copyId ?? []) })
    return { file, labels: count, pages: pagesFor(count, { startAt, perPage: labelsPerPage(sheet) }) }
  },
  apply: (chunk, context) => print.apply?.(chunk, context) ?? Promise.resolve({ bulk: null }),
  leavesRows: true,
  takeBack: (context) => print.takeBack?.(context) ?? Promise.resolve(false),
}

export const jobs: JobsOf<'labels'> = { print, reprint, testPage }

function requireReadable(problems: readonly Problem[], fail: Fail<'codes_unprintable'>): void {
  const [first] = problems
  if (!first) return
  const { copyId, name, code } = first
  const count = problems.length
  // A refusal is kept with its run, so it names no reader.
  fail('codes_unprintable', copyId === null ? { count } : { count, name, code })
}

type Db = Parameters<typeof libraryValues>[0]

async function paper(db: Db, { sheet }: Pick<Run, 'sheet'>, pages: ReturnType<typeof layOut>) {
  const { libraryName = '' } = await libraryValues(db)
  return renderDrawn({
    title: sheet.name,
    author: libraryName,
    widthMm: sheet.pageWidthMm,
    heightMm: sheet.pageHeightMm,
    pages,
  })
}

const fileNames = { spine: 'nhan-gay', barcode: 'nhan-ma-vach', accession: 'nhan-dkcb', card: 'the-ban-doc' }
const fileName = (kind: keyof typeof fileNames) => `${fileNames[kind]}.pdf`

async function batchOf(db: Db, jobId: number): Promise<number | null> {
  const row = await db.selectFrom('labelBatch').select('id').where('jobId', '=', jobId).executeTakeFirst()
  return row?.id ?? null
}

async function copiesStillHere(db: Db, batchId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('labelBatchCopy')
    .innerJoin('copy', 'copy.id', 'labelBatchCopy.copyId')
    .select('copyId')
    .where('batchId', '=', batchId)
    .where('withdrawnOn', 'is', null)
    .where('cancelledOn', 'is', null)
    .orderBy('labelBatchCopy.id')
    .execute()
  return rows.map(({ copyId }) => copyId)
}

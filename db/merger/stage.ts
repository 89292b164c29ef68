import { mkdirSync, rmSync } from 'node:fs'
import type { SpecOf } from '../../shared/contracts.ts'
import { readyProfile, RunOptions } from '../../shared/interchange/contract.ts'
import type { Found, Merger } from '../../shared/merger/contract.ts'
import { proposedPrefix, proposedSiteName } from '../../shared/merger/rules.ts'
import type { JobHandler } from '../context.ts'
import { nothingWritten, runOfJob } from '../interchange/index.ts'
import { journalHead } from '../journal/index.ts'
import { foundIn } from './found.ts'
import { keepJournal, type Archive } from './journal-archive.ts'
import { mergerFolder, mergerOfRun, nothingFound, type Letterhead } from './mergers.ts'
import { requireNotMerged } from './plan.ts'
import { keepCopies, keepLines, readCopies, readTitles, type RowsChunk } from './staged-rows.ts'
import { takeUnit, type Unit } from './unit.ts'

type Beginning = Pick<
  Merger,
  'unitUuid' | 'unitName' | 'unitCode' | 'formerProvinceCode' | 'mergedOn' | 'sites' | 'numbering'
> & {
  letterhead: Letterhead
  file: { name: string; size: number; kind: string }
  journal: { position: number; hash: string; isWhole: boolean }
  archive: Archive
}
type Chunk = { begin: Beginning } | RowsChunk | { end: { found: Found; position: number } }

/** Reads the other library, says of every title and copy what would become of it, and changes nothing of the catalogue. */
export const stage: JobHandler<SpecOf<'merger.stage'>, Chunk> = {
  async run({ file }, context) {
    const { db, dataDir, jobId, today, fail, pathOfFile, write } = context
    const path = pathOfFile(file) ?? fail('file_gone', { name: file.name })
    const folder = mergerFolder(dataDir, jobId)
    // A library that was put back from a backup counts its jobs from there.
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    const unit = await takeUnit(path, folder, context)
    try {
      await write({ begin: await beginningOf(unit, { folder, file }, context) })
      await readTitles(unit.db, context)
      await readCopies(unit.db, context)
      const { id: runId } = await runOfJob(db, jobId)
      const { id } = await mergerOfRun(db, runId)
      const { position } = await journalHead(db)
      await write({ end: { found: await foundIn(db, unit.db, { id, runId, today }), position } })
      return { mergerId: id }
    } finally {
      await unit.close()
    }
  },

  async apply(chunk, { db, now, today, jobId, userId }) {
    if ('begin' in chunk) {
      const { file, journal, archive, unitName, letterhead, sites, numbering, ...unit } = chunk.begin
      const options = RunOptions.parse({
        profile: { ...readyProfile('koha', unitName), copies: null },
        onMatch: 'copies',
        onInside: 'create',
        effectiveOn: today,
        isOpening: false,
      })
      const { id: runId } = await db
        .insertInto('importRun')
        .values({
          state: 'reading',
          source: '',
          options: JSON.stringify({ ...options, kind: 'merger' }),
          files: JSON.stringify([file]),
          encoding: 'utf8',
          counts: '{}',
          written: JSON.stringify(nothingWritten),
          position: 0,
          stageJobId: jobId,
          userId,
          startedAt: now,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      await db
        .insertInto('merger')
        .values({
          ...unit,
          runId,
          unitName,
          letterhead: JSON.stringify(letterhead),
          decisionNumber: '',
          sites: JSON.stringify(sites),
          numbering: JSON.stringify(numbering),
          found: JSON.stringify(nothingFound),
          journalPosition: journal.position,
          journalHash: journal.hash,
          isJournalWhole: journal.isWhole ? 1 : 0,
          archiveHash: archive.hash,
          archiveSize: archive.size,
        })
        .execute()
      return { bulk: { unit: unit.unitUuid, journal: journal.hash, archive: archive.hash } }
    }
    const { id: runId } = await runOfJob(db, jobId)
    if ('lines' in chunk) {
      await keepLines(db, runId, chunk.lines)
      return { bulk: { runId } }
    }
    const { id } = await mergerOfRun(db, runId)
    if ('copies' in chunk) {
      await keepCopies(db, id, chunk.copies)
      return { bulk: { runId } }
    }
    const { found, position } = chunk.end
    await db
      .updateTable('merger')
      .set({ found: JSON.stringify(found) })
      .where('id', '=', id)
      .execute()
    await db.updateTable('importRun').set({ state: 'staged', position }).where('id', '=', runId).execute()
    return { bulk: { runId, titles: found.titles, copies: found.copies } }
  },

  async takeBack({ db, jobId, dataDir }) {
    rmSync(mergerFolder(dataDir, jobId), { recursive: true, force: true })
    const run = await db
      .selectFrom('importRun')
      .select('id')
      .where('stageJobId', '=', jobId)
      .executeTakeFirst()
    if (!run) return false
    await db.deleteFrom('merger').where('runId', '=', run.id).execute()
    await db.deleteFrom('importRun').where('id', '=', run.id).execute()
    return false
  },
}

type Context = Parameters<typeof stage.run>[1]
type Given = { folder: string; file: { name: string; size: number } }

async function beginningOf(unit: Unit, { folder, file }: Given, context: Context): Promise<Beginning> {
  const { db, fail, today } = context
  const { uuid, name, code, formerProvinceCode, governingBody, language, signerTitle } = await unit.db
    .selectFrom('library')
    .selectAll()
    .executeTakeFirstOrThrow()
  const own = await db.selectFrom('library').select('id').where('uuid', '=', uuid).executeTakeFirst()
  if (own) fail('own_library', { name })
  await requireNotMerged(db, uuid, fail)
  const taken = new Set((await db.selectFrom('site').select('name').execute()).map((site) => site.name))
  const sites = await unit.db.selectFrom('site').select(['id', 'name']).orderBy('id').execute()
  const { position, hash, isWhole } = unit.journal
  const archive = await keepJournal(folder, unit.journal.lines())
  return {
    unitUuid: uuid,
    unitName: name,
    unitCode: code,
    formerProvinceCode,
    letterhead: { governingBody, language, signerTitle },
    mergedOn: today,
    sites: sites.map((site) => {
      const said = { unitName: name, siteName: site.name, isOnly: sites.length === 1 }
      const proposed = proposedSiteName(said, (each) => taken.has(each))
      taken.add(proposed)
      return { formerId: site.id, formerName: site.name, name: proposed }
    }),
    numbering: {
      policy: 'prefix',
      scope: 'clashing',
      prefix: proposedPrefix({ unitName: name, unitCode: code }),
      seriesId: null,
    },
    file: { name: file.name, size: file.size, kind: unit.kind },
    journal: { position, hash, isWhole },
    archive,
  }
}

import type { SpecOf } from '../../../shared/contracts.ts'
import { type Payload } from '../../../shared/sync/package.ts'
import type { Reader } from '../../connection.ts'
import type { CommandsOf, JobHandler } from '../../context.ts'
import type { Fail } from '../../failure.ts'
import { openPackageFile } from '../../sync/index.ts'

type Taken = {
  /** Null makes a unit of the package's own library. */
  unitId: number | null
  hash: string
  keyFingerprint: string
  fileName: string
  payload: Omit<Payload, 'reportHash'>
}

type TakeIn = SpecOf<'reports.takeInPackage'>

/** A package is verified before anything of it is believed, and one revision is taken in once. */
export const takeInPackage: JobHandler<TakeIn, Taken> = {
  async run({ file, acceptsKey }, { db, fail, pathOfFile, write, progress }) {
    const path = pathOfFile(file) ?? fail('file_gone', { name: file.name })
    progress(0, 2)
    const read = openPackageFile(path)
    if (!read.ok) return fail(read.reason, { name: file.name })
    const { hash, keyFingerprint } = read
    // What a report's paper is known by is no figure.
    const { reportHash: _, ...payload } = read.payload
    const { library, revision } = payload
    const period = payload.period.period
    const { uuid } = await db.selectFrom('library').select('uuid').executeTakeFirstOrThrow()
    if (library.id === uuid) fail('own_package', { name: library.name })
    const unit = await unitOf(db, library)
    const name = unit?.name ?? library.name
    if (unit?.keyFingerprint && unit.keyFingerprint !== keyFingerprint && !acceptsKey)
      fail('other_key', { name, known: unit.keyFingerprint, found: keyFingerprint })
    if (unit) await requireNew(db, { unitId: unit.id, name, period, revision, hash }, fail)
    progress(1, 2)
    await write({ unitId: unit?.id ?? null, hash, keyFingerprint, fileName: file.name, payload })
    progress(2, 2)
    const now = await unitOf(db, library)
    const counted = await highestRevision(db, { unitId: now?.id ?? 0, period })
    const told = { name, period, revision, isNewUnit: unit === undefined }
    return { unitId: now?.id ?? 0, ...told, countedRevision: counted }
  },

  async apply({ unitId, hash, keyFingerprint, fileName, payload }, { db, now, userId }) {
    const { library, revision, signedAt, figures } = payload
    const { id: libraryUuid, code, name } = library
    const unit =
      unitId ??
      (
        await db
          .insertInto('reportingUnit')
          .values({ code, name, libraryUuid, keyFingerprint })
          .returning('id')
          .executeTakeFirstOrThrow()
      ).id
    // Expected again, if it was taken off the list; from now on known by its library and its key.
    await db
      .updateTable('reportingUnit')
      .set((is) => ({ libraryUuid, keyFingerprint, removedOn: null, rev: is('rev', '+', 1) }))
      .where('id', '=', unit)
      .execute()
    const { id: reportId } = await db
      .insertInto('unitReport')
      .values({
        unitId: unit,
        source: 'package',
        period: payload.period.period,
        revision,
        hash,
        fileName,
        signedAt,
        takenById: userId,
        takenAt: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const figure of figures)
      await db
        .insertInto('unitFigure')
        .values({ reportId, ...figure })
        .execute()
    return { bulk: { packageHash: hash } }
  },
}

/** By the library's own number; a unit that was only named beforehand, by its code. */
async function unitOf(db: Reader, library: Payload['library']) {
  const select = () => db.selectFrom('reportingUnit').select(['id', 'name', 'keyFingerprint'])
  return (
    (await select().where('libraryUuid', '=', library.id).executeTakeFirst()) ??
    (await select()
      .where('code', '=', library.code)
      .where('libraryUuid', 'is', null)
      .where('removedOn', 'is', null)
      .executeTakeFirst())
  )
}

type Source = 'package' | 'workbook'
type Revision = { unitId: number; period: string; revision: number }

async function requireNew(
  db: Reader,
  { hash, name, ...of }: Revision & { hash: string; name: string },
  fail: Fail<'already_taken' | 'revision_conflict'>,
): Promise<void> {
  const same = await takenRevision(db, of, 'package')
  if (!same) return
  const { period, revision } = of
  const details = { name, period, revision }
  if (same.hash === hash) fail('already_taken', details)
  fail('revision_conflict', { ...details, known: same.hash, found: hash })
}

function takenRevision(db: Reader, { unitId, period, revision }: Revision, source: Source) {
  return db
    .selectFrom('unitReport')
    .select(['id', 'hash'])
    .where('unitId', '=', unitId)
    .where('period', '=', period)
    .where('revision', '=', revision)
    .where('source', '=', source)
    .where('takenBackAt', 'is', null)
    .executeTakeFirst()
}

async function highestRevision(db: Reader, of: Omit<Revision, 'revision'>): Promise<number> {
  const { revision } = await db
    .selectFrom('unitReport')
    .select((is) => is.fn.max<number | null>('revision').as('revision'))
    .where('unitId', '=', of.unitId)
    .where('period', '=', of.period)
    .where('source', '=', 'package')
    .where('takenBackAt', 'is', null)
    .executeTakeFirstOrThrow()
  return revision ?? 0
}

export const takingBack: Pick<CommandsOf<'reports'>, 'takeBackUnitReport' | 'restoreUnitReport'> = {
  async takeBackUnitReport({ id }, { db, fail, now }) {
    await requireReport(db, id, fail)
    await db.updateTable('unitReport').set({ takenBackAt: now }).where('id', '=', id).execute()
    return { id }
  },

  async restoreUnitReport({ id }, { db, fail }) {
    const report = await requireReport(db, id, fail)
    const other = await takenRevision(db, report, report.source)
    if (other && other.id !== id) {
      const { name } = await db
        .selectFrom('reportingUnit')
        .select('name')
        .where('id', '=', report.unitId)
        .executeTakeFirstOrThrow()
      const { period, revision } = report
      fail('revision_conflict', { name, period, revision })
    }
    await db.updateTable('unitReport').set({ takenBackAt: null }).where('id', '=', id).execute()
    return { id }
  },
}

async function requireReport(db: Reader, id: number, fail: Fail<'unit_report_not_found'>) {
  const report = await db
    .selectFrom('unitReport')
    .select(['unitId', 'period', 'revision', 'source'])
    .where('id', '=', id)
    .executeTakeFirst()
  return report ?? fail('unit_report_not_found', { id })
}

import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import {
  backupStem,
  expiryDays,
  isBackupName,
  isEncryptedName,
  keptCopies,
  type Backup,
  type FoundBackup,
} from '../../shared/backup/contract.ts'
import { instantAt } from '../../shared/dates.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { placesAt } from '../preservation/index.ts'
import { duePlaces } from './by-itself.ts'
import { checkQueries } from './check.ts'
import { notedBackups } from './noted.ts'
import { placeRows, readPlaces } from './places.ts'
import { requireRestorer } from './restorer.ts'
import { copiesAt } from './rotate.ts'
import { readRule, signings } from './rule.ts'

/** As many as a page shows of one place; what the rule keeps is fewer. */
const mostShown = 300

/** The newest first; the lists of their files stay where they are. */
async function readBackups(db: Reader, placeId: number | null): Promise<Backup[]> {
  const rows = await db
    .selectFrom('backup')
    .select(['id', 'placeId', 'fileName', 'size', 'madeAt', 'provenAt', 'checkedAt', 'fault', 'recipient'])
    .select(['cause', 'heldFor', 'exportName'])
    .select(sql<number>`json_array_length(files)`.as('fileCount'))
    .where('removedAt', 'is', null)
    .$if(placeId !== null, (query) => query.where('placeId', '=', placeId))
    .orderBy('id', 'desc')
    .limit(mostShown)
    .execute()
  return rows.map(({ recipient, fault, ...row }) => ({
    ...row,
    fault: fault === '' ? null : fault,
    isEncrypted: recipient !== '',
  }))
}

/** The newest copy that stood its test and was found whole since, wherever it lies. */
export async function lastProven(
  db: Reader,
): Promise<{ provenAt: string | null; placeId: number } | undefined> {
  return db
    .selectFrom('backup')
    .select(['provenAt', 'placeId'])
    .where('provenAt', 'is not', null)
    .where('removedAt', 'is', null)
    .where('fault', '=', '')
    .orderBy('madeAt', 'desc')
    .orderBy('placeId')
    .limit(1)
    .executeTakeFirst()
}

export const queries: QueriesOf<'backup'> = {
  ...checkQueries,

  async status(_, { db, dataDir }) {
    const backups = await readBackups(db, null)
    const last = await lastProven(db)
    const places = await placeRows(db)
    const { libraryCheckedAt, libraryFault } = await readRule(db)
    const restorations = await db
      .selectFrom('restoration')
      .select(['id', 'fileName', 'restoredAt', 'aside'])
      .orderBy('id', 'desc')
      .execute()
    return {
      lastProvenAt: last?.provenAt ?? null,
      lastProvenPlace: places.find(({ id }) => id === last?.placeId)?.name ?? '',
      backups,
      faulty: backups.filter(({ fault }) => fault !== null).length,
      damagedSince: libraryFault === '' ? null : libraryCheckedAt,
      folder: join(dataDir, 'backups'),
      restorations: restorations.map((each) => ({ ...each, aside: join(dataDir, each.aside) })),
    }
  },

  async found({ folder: asked }, { db, actor, dataDir, fail }) {
    await requireRestorer(db, actor, fail)
    const own = join(dataDir, 'backups')
    const folder = asked || own
    if (asked && !statSync(asked, { throwIfNoEntry: false })?.isDirectory())
      return fail('folder_not_found', { folder })
    const noted = notedBackups(dataDir)
    const known = asked ? [asked] : [...new Set([own, ...noted.map((each) => each.folder)])]
    const copies = known
      .filter((each) => existsSync(each))
      .flatMap(copiesIn)
      .map((copy) => {
        const note = noted.find((each) => join(each.folder, each.fileName) === copy.path)
        return { ...copy, provenAt: note?.provenAt ?? null }
      })
      .toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1))
    return { folder, copies }
  },

  places: (_, { db, dataDir, now }) => readPlaces(db, { dataDir, now }),

  folders: ({ path }, { fail }) => placesAt(path, fail),

  async rule(_, { db }) {
    const { encryption, libraryCheckedAt: _at, libraryFault: _fault, ...rule } = await readRule(db)
    return { ...rule, isEncrypted: encryption !== null }
  },

  async rotation({ placeId, rule: tried }, { db, today, fail }) {
    if ((await placeRows(db)).every(({ id }) => id !== placeId)) fail('place_not_found', { id: placeId })
    const rule = tried ?? (await readRule(db))
    const circumstances = { today, signedAt: await signings(db) }
    const copies = await copiesAt(db, placeId)
    const reasons = keptCopies(copies, rule, circumstances)
    const expiry = expiryDays(copies, rule, circumstances)
    return (await readBackups(db, placeId)).map((backup) => ({
      ...backup,
      reasons: reasons.get(backup.id) ?? [],
      expiresOn: expiry.get(backup.id) ?? null,
    }))
  },

  async isDue({ isQuitting }, { db, dataDir, now, today }) {
    const { places } = await duePlaces(db, { dataDir, now, today, isQuitting })
    return { isDue: places.length > 0 }
  },
}

/** A stick holds other things, too; a file that only looks like a copy is told from one when it is proven. */
function copiesIn(folder: string): Omit<FoundBackup, 'provenAt'>[] {
  return readdirSync(folder)
    .filter((fileName) => isBackupName(fileName) && fileName !== 'lock.db')
    .flatMap((fileName) => {
      const path = join(folder, fileName)
      const stat = statSync(path, { throwIfNoEntry: false })
      if (!stat?.isFile()) return []
      const hasFiles = existsSync(join(folder, backupStem(fileName)))
      const isEncrypted = isEncryptedName(fileName)
      return {
        path,
        folder,
        fileName,
        size: stat.size,
        changedAt: instantAt(stat.mtimeMs),
        hasFiles,
        isEncrypted,
      }
    })
}

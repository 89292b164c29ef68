import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { backupStem, keptCopies, type RotatedCopy } from '../../shared/backup/contract.ts'
import { isPlainName } from '../../shared/file-name.ts'
import type { Reader } from '../connection.ts'
import type { Chunk } from './chunks.ts'
import { sumOf } from './pack.ts'
import type { Attached } from './places.ts'
import { readRule, signings } from './rule.ts'

type Row = RotatedCopy & { fileName: string; sha256: string; exportName: string }
type Rotating = {
  db: Reader
  today: string
  write: (chunk: Chunk) => Promise<void>
  progress: (done: number, total: number | null) => void
}

export async function copiesAt(db: Reader, placeId: number): Promise<Row[]> {
  const rows = await db
    .selectFrom('backup')
    .select(['id', 'fileName', 'madeAt', 'provenAt', 'fault', 'heldFor', 'sha256', 'exportName'])
    .where('placeId', '=', placeId)
    .where('removedAt', 'is', null)
    .execute()
  return rows.map(({ provenAt, fault, heldFor, ...row }) => ({
    ...row,
    isSound: provenAt !== null && fault === '',
    isHeld: heldFor !== '',
  }))
}

/** Clears away what the rule has no reason to keep. What this program did not write, or what was changed since, stays. */
export async function rotateAt({ id, folder }: Attached, { db, today, write }: Rotating): Promise<void> {
  const rows = await copiesAt(db, id)
  const reasons = keptCopies(rows, await readRule(db), { today, signedAt: await signings(db) })
  for (const row of rows) {
    if ((reasons.get(row.id) ?? []).length > 0) continue
    if (!(await isAsWritten(row, folder))) continue
    // Written down first: a copy that is listed is there.
    await write({ kind: 'removed', ids: [row.id] })
    remove(row, folder)
  }
  await removeLeft(db, { id, folder })
}

async function isAsWritten(
  { fileName, sha256 }: Pick<Row, 'fileName' | 'sha256'>,
  folder: string,
): Promise<boolean> {
  const file = join(folder, fileName)
  return !existsSync(file) || sha256 === '' || (await sumOf(file, () => undefined)) === sha256
}

function remove({ fileName, exportName }: Pick<Row, 'fileName' | 'exportName'>, folder: string): void {
  // A library that came from elsewhere may say anything of its copies.
  if (!isPlainName(fileName) || !(exportName === '' || isPlainName(exportName))) return
  rmSync(join(folder, fileName), { force: true })
  rmSync(join(folder, backupStem(fileName)), { recursive: true, force: true })
  if (exportName) rmSync(join(folder, exportName), { force: true })
}

/** Copies that were given up when the power went, before their files were gone. */
async function removeLeft(db: Reader, { id, folder }: Pick<Attached, 'id' | 'folder'>): Promise<void> {
  const given = await db
    .selectFrom('backup')
    .select(['fileName', 'sha256', 'exportName'])
    .where('placeId', '=', id)
    .where('removedAt', 'is not', null)
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  for (const row of given)
    if (existsSync(join(folder, row.fileName)) && (await isAsWritten(row, folder))) remove(row, folder)
}

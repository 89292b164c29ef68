import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { FileTicket } from '../shared/door.ts'
import { formOf, type EvidenceForm } from '../shared/evidence-form.ts'
import type { Writer } from './connection.ts'
import type { JobContext } from './context.ts'
import { sha256 } from './hash.ts'
import { keptFolder } from './kept-folders.ts'

/** Pages shrink photos to a tenth of this; other doors may not. */
const mostBytes = 20 * 1024 * 1024

export type KeptEvidence = { hash: string; form: EvidenceForm; size: number; name: string }

/** Keeps a file as proof: once by its hash, whatever it is attached to and however often. */
export function keepEvidence(
  file: FileTicket,
  {
    fail,
    dataDir,
    pathOfFile,
  }: Pick<JobContext<'file_gone' | 'file_too_large' | 'not_evidence'>, 'fail' | 'dataDir' | 'pathOfFile'>,
): KeptEvidence {
  const path = pathOfFile(file) ?? fail('file_gone', { name: file.name })
  if (statSync(path).size > mostBytes)
    fail('file_too_large', { name: file.name, mostMegabytes: mostBytes / 1024 / 1024 })
  const bytes = readFileSync(path)
  const form = formOf(bytes) ?? fail('not_evidence', { name: file.name })
  const hash = sha256(bytes)
  store(keptFolder(dataDir, 'evidence'), `${hash}.${form}`, bytes)
  return { hash, form, size: bytes.length, name: file.name }
}

/** Whole or not at all: a name that is there holds what it says. */
function store(folder: string, name: string, bytes: Uint8Array): void {
  const path = join(folder, name)
  if (existsSync(path)) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${path}.part`, bytes)
  renameSync(`${path}.part`, path)
}

/** The row of a kept file, which is one for all that rests on it. */
export async function evidenceFileId(db: Writer, { hash, form, size }: KeptEvidence): Promise<number> {
  await db
    .insertInto('evidenceFile')
    .values({ hash, form, size })
    .onConflict((on) => on.column('hash').doNothing())
    .execute()
  const { id } = await db
    .selectFrom('evidenceFile')
    .select('id')
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow()
  return id
}

/** A kept file for whoever wants to see it; null where it was altered or lost, which must not pass for proof. */
export async function offerEvidence(
  evidence: { name: string; hash: string; form: string },
  { dataDir, offerFile }: Pick<JobContext, 'dataDir' | 'offerFile'>,
): Promise<FileTicket | null> {
  const bytes = evidenceBytes(dataDir, evidence)
  return bytes && offerFile(evidenceName(evidence), bytes)
}

function evidenceBytes(dataDir: string, { hash, form }: { hash: string; form: string }): Uint8Array | null {
  const path = join(keptFolder(dataDir, 'evidence'), `${hash}.${form}`)
  const bytes = existsSync(path) ? readFileSync(path) : null
  return bytes !== null && sha256(bytes) === hash ? bytes : null
}

/** Under the name it was given by, with the ending of what it is. */
function evidenceName({ name, form }: { name: string; form: string }): string {
  return extname(name).toLowerCase() === `.${form}` ? name : `${name}.${form}`
}

import { Message } from '../../shared/sync/protocol.ts'
import type { Receiver } from '../receiver.ts'
import { refuse } from '../refusal.ts'
import { gapsOf } from '../road/gaps.ts'
import type { Db } from '../store/connection.ts'
import type {
  AccountRow,
  AuditRow,
  CodeRow,
  ConflictRow,
  FigureRow,
  LibraryName,
  LibraryRecord,
  PackageRecord,
  PackageRow,
  Question,
} from './contract.ts'

const newestFirst = 500

function packageRows(db: Db) {
  return db
    .selectFrom('package')
    .innerJoin('library', 'library.id', 'package.libraryId')
    .leftJoin('counted', 'counted.packageHash', 'package.hash')
    .select([
      'package.hash',
      'package.libraryId',
      'library.name as libraryName',
      'package.periodFrom as from',
      'package.periodTo as to',
      'epoch',
      'revision',
      'outcome',
      'signedAt',
      'receivedAt',
      'keyFingerprint',
      'counted.packageHash as countedHash',
    ])
}

export async function libraryNames({ store: { db } }: Receiver): Promise<LibraryName[]> {
  return db.selectFrom('library').select(['id', 'code', 'name']).orderBy('code').execute()
}

export async function libraryRecord(receiver: Receiver, id: string): Promise<LibraryRecord> {
  const { db } = receiver.store
  const library = await db.selectFrom('library').selectAll().where('id', '=', id).executeTakeFirst()
  if (!library) return refuse('not_found')
  const packages = await packageRows(db)
    .where('package.libraryId', '=', id)
    .orderBy('package.periodTo', 'desc')
    .orderBy('revision', 'desc')
    .orderBy('receivedAt', 'desc')
    .execute()
  const questions = (await questionRows(receiver)).filter(({ libraryId }) => libraryId === id)
  const gaps = { ...(await gapsOf(receiver, id)), previous: await missingBefore(db, id) }
  return {
    ...library,
    packages: packages.map(({ countedHash, ...row }): PackageRow => ({
      ...row,
      isCounted: countedHash !== null,
    })),
    questions,
    gaps,
  }
}

/** Every package names the one that its library made before it, of whatever period. */
function missingBefore(db: Db, libraryId: string) {
  return db
    .selectFrom('package')
    .leftJoin('package as before', 'before.hash', 'package.previousHash')
    .select(['package.periodFrom as from', 'package.periodTo as to'])
    .select((is) => is.ref('package.previousHash').$notNull().as('hash'))
    .where('package.libraryId', '=', libraryId)
    .where('package.previousHash', 'is not', null)
    .where('before.hash', 'is', null)
    .orderBy('package.periodFrom')
    .limit(newestFirst)
    .execute()
}

/** A package with its figures, beside the number before it of the same period. */
export async function packageRecord({ store: { db } }: Receiver, hash: string): Promise<PackageRecord> {
  const found = await packageRows(db).where('package.hash', '=', hash).executeTakeFirst()
  if (!found) return refuse('not_found')
  const before = await db
    .selectFrom('package')
    .select('hash')
    .where('libraryId', '=', found.libraryId)
    .where('periodFrom', '=', found.from)
    .where('periodTo', '=', found.to)
    .where('revision', '<', found.revision)
    .orderBy('revision', 'desc')
    .orderBy('receivedAt')
    .limit(1)
    .executeTakeFirst()
  const figuresBefore = new Map(
    (before ? await figuresOf(db, before.hash) : []).map((row) => [row.code, row]),
  )
  const figures = (await figuresOf(db, hash)).map((row): FigureRow => ({
    ...row,
    before: figuresBefore.get(row.code) ?? null,
  }))
  const { countedHash, ...row } = found
  return { ...row, isCounted: countedHash !== null, beforeHash: before?.hash ?? null, figures }
}

function figuresOf(db: Db, hash: string) {
  return db
    .selectFrom('figure')
    .select(['code', 'version', 'status', 'value'])
    .where('packageHash', '=', hash)
    .orderBy('code')
    .execute()
}

export async function receiptOf({ store: { db } }: Receiver, hash: string): Promise<string> {
  const row = await db.selectFrom('package').select('receipt').where('hash', '=', hash).executeTakeFirst()
  return row?.receipt ?? refuse('not_found')
}

export async function questionRows({ store: { db } }: Receiver): Promise<Question[]> {
  const rows = await db
    .selectFrom('message')
    .innerJoin('library', 'library.id', 'message.libraryId')
    .select(['number', 'library.id as libraryId', 'library.name as libraryName', 'text', 'sentAt'])
    .where('kind', '=', 'question')
    .orderBy('number', 'desc')
    .limit(newestFirst)
    .execute()
  const answers = await db
    .selectFrom('answer')
    .select(['questionId', 'text', 'restatementHash', 'receivedAt'])
    .orderBy('id')
    .execute()
  const answersOf = Map.groupBy(answers, ({ questionId }) => questionId)
  return rows.flatMap(({ number, libraryId, libraryName, text, sentAt }) => {
    const message = Message.parse(JSON.parse(text))
    if (message.kind !== 'question') return []
    const { period, figureCode, text: question } = message.body
    const given = (answersOf.get(number) ?? []).map(({ questionId: _, ...answer }) => answer)
    return [
      {
        ...period,
        questionId: number,
        libraryId,
        libraryName,
        figureCode,
        text: question,
        sentAt,
        answers: given,
      },
    ]
  })
}

export async function conflictRows({ store: { db } }: Receiver): Promise<ConflictRow[]> {
  const rows = await db
    .selectFrom('conflict')
    .innerJoin('library', 'library.id', 'conflict.libraryId')
    .leftJoin('counted', (join) =>
      join
        .onRef('counted.libraryId', '=', 'conflict.libraryId')
        .onRef('counted.periodFrom', '=', 'conflict.periodFrom')
        .onRef('counted.periodTo', '=', 'conflict.periodTo'),
    )
    .select([
      'conflict.id',
      'conflict.libraryId',
      'library.name as libraryName',
      'conflict.periodFrom as from',
      'conflict.periodTo as to',
      'revision',
      'conflict.packageHash as hash',
      'otherHash',
      'counted.packageHash as countedHash',
      'seenAt',
      'decidedAt',
      'decidedBy',
      'reason',
    ])
    .orderBy('conflict.id', 'desc')
    .limit(newestFirst)
    .execute()
  return rows.map(({ hash, otherHash, ...row }): ConflictRow => ({ ...row, hashes: [otherHash, hash] }))
}

export async function codeRows({ store: { db } }: Receiver): Promise<CodeRow[]> {
  return db
    .selectFrom('enrolmentCode')
    .leftJoin('libraryKey', 'libraryKey.fingerprint', 'enrolmentCode.usedBy')
    .leftJoin('library', 'library.id', 'libraryKey.libraryId')
    .select(['codeHash', 'note', 'madeAt', 'madeBy', 'usedAt', 'library.name as libraryName'])
    .orderBy('madeAt', 'desc')
    .limit(newestFirst)
    .execute()
}

export async function accountRows({ store: { db } }: Receiver): Promise<AccountRow[]> {
  return db.selectFrom('account').select(['name', 'role', 'madeAt', 'disabledAt']).orderBy('name').execute()
}

export async function auditRows({ store: { db } }: Receiver): Promise<AuditRow[]> {
  const rows = await db
    .selectFrom('auditEntry')
    .leftJoin('library', 'library.id', 'auditEntry.actor')
    .select(['auditEntry.id', 'at', 'actor', 'act', 'detail', 'library.name'])
    .orderBy('auditEntry.id', 'desc')
    .limit(newestFirst)
    .execute()
  const libraries = await db.selectFrom('library').select(['id', 'name']).execute()
  const nameById = new Map(libraries.map(({ id, name }) => [id, name]))
  return rows.map(({ name, detail, ...row }) => ({
    ...row,
    actor: name ?? row.actor,
    detail: withNames(detail, nameById),
  }))
}

/** A detail may speak of a library by its id; people know it by its name. */
function withNames(detail: string, nameById: ReadonlyMap<string, string>): string {
  const told = JSON.parse(detail) as { libraryId?: string | null }
  return told.libraryId ? JSON.stringify({ library: nameById.get(told.libraryId), ...told }) : detail
}

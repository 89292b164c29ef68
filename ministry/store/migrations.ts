import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

export type Dialect = 'sqlite' | 'postgres'

/** One ladder for both databases; only bytes and counted keys are called differently. */
export function migrationsFor(dialect: Dialect): Record<string, Migration> {
  const bytes = dialect === 'sqlite' ? sql`blob` : sql`bytea`
  const counted = dialect === 'sqlite' ? sql`integer primary key autoincrement` : sql`serial primary key`
  const names = { bytes, counted }
  return {
    '0010-keys': { up: (db) => keys(db, names) },
    '0020-packages': { up: (db) => packages(db, names) },
    '0030-office': { up: (db) => office(db, names) },
  }
}

type Names = { bytes: ReturnType<typeof sql>; counted: ReturnType<typeof sql> }
// A migration speaks of the tables of its day, not of today's.
type Ladder = Kysely<unknown>

async function keys(db: Ladder, { bytes, counted }: Names): Promise<void> {
  await sql`create table "receiverKey" ("id" ${counted}, "name" text not null, "publicKey" text not null,
    "privateKey" text not null, "fingerprint" text not null unique, "ageIdentity" text not null,
    "ageRecipient" text not null, "madeAt" text not null)`.execute(db)
  await sql`create table "library" ("id" text primary key, "code" text not null, "provinceCode" text not null,
    "formerProvinceCode" text not null, "name" text not null, "enrolledAt" text not null,
    "revokedAt" text)`.execute(db)
  await sql`create table "libraryKey" ("fingerprint" text primary key,
    "libraryId" text not null references "library" ("id"), "publicKey" text not null, "sharedKey" text not null,
    "enrolledAt" text not null, "revokedAt" text)`.execute(db)
  await sql`create table "enrolmentCode" ("codeHash" text primary key, "note" text not null, "libraryId" text,
    "madeAt" text not null, "madeBy" text not null, "usedBy" text, "usedAt" text)`.execute(db)
  await sql`create table "seenNonce" ("fingerprint" text not null, "nonce" text not null, "seenAt" text not null,
    primary key ("fingerprint", "nonce"))`.execute(db)
  await sql`create table "upload" ("packageHash" text not null, "fingerprint" text not null,
    "length" integer not null, "received" integer not null, "begunAt" text not null,
    primary key ("packageHash", "fingerprint"))`.execute(db)
  await sql`create table "uploadPart" ("packageHash" text not null, "fingerprint" text not null,
    "offset" integer not null, "bytes" ${bytes} not null,
    primary key ("packageHash", "fingerprint", "offset"))`.execute(db)
}

async function packages(db: Ladder, { bytes, counted }: Names): Promise<void> {
  await sql`create table "package" ("hash" text primary key, "libraryId" text not null references "library" ("id"),
    "periodFrom" text not null, "periodTo" text not null, "epoch" text not null, "revision" integer not null,
    "figuresDigest" text not null, "previousHash" text, "definitionsVersion" integer not null,
    "provinceCode" text not null, "formerProvinceCode" text not null,
    "signedAt" text not null, "receivedAt" text not null, "outcome" text not null, "keyFingerprint" text not null,
    "bytes" ${bytes} not null, "receipt" text not null)`.execute(db)
  await sql`create index "packageOfPeriod" on "package" ("libraryId", "periodFrom", "periodTo", "epoch", "revision")`.execute(
    db,
  )
  await sql`create table "figure" ("packageHash" text not null references "package" ("hash"), "code" text not null,
    "version" integer not null, "status" text not null, "value" double precision,
    primary key ("packageHash", "code"))`.execute(db)
  await sql`create table "counted" ("libraryId" text not null references "library" ("id"),
    "periodFrom" text not null, "periodTo" text not null,
    "packageHash" text not null references "package" ("hash"),
    primary key ("libraryId", "periodFrom", "periodTo"))`.execute(db)
  await sql`create index "countedOfPeriod" on "counted" ("periodFrom", "periodTo", "packageHash")`.execute(db)
  await sql`create table "conflict" ("id" ${counted}, "libraryId" text not null, "periodFrom" text not null,
    "periodTo" text not null, "revision" integer not null,
    "packageHash" text not null references "package" ("hash"),
    "otherHash" text not null references "package" ("hash"), "seenAt" text not null,
    "decidedAt" text, "decidedBy" text, "chosenHash" text, "reason" text)`.execute(db)
}

async function office(db: Ladder, { counted }: Names): Promise<void> {
  await sql`create table "expectedPeriod" ("periodFrom" text not null, "periodTo" text not null,
    "dueOn" text not null, "note" text not null, primary key ("periodFrom", "periodTo"))`.execute(db)
  await sql`create table "message" ("number" ${counted}, "libraryId" text, "kind" text not null,
    "text" text not null, "keyFingerprint" text not null, "signature" text not null, "sentAt" text not null,
    "sentBy" text not null)`.execute(db)
  await sql`create table "answer" ("id" ${counted}, "questionId" integer not null, "libraryId" text not null,
    "text" text not null, "textHash" text not null, "restatementHash" text, "receivedAt" text not null,
    unique ("questionId", "libraryId", "textHash"))`.execute(db)
  await sql`create table "account" ("name" text primary key, "role" text not null, "passwordHash" text not null,
    "madeAt" text not null, "disabledAt" text)`.execute(db)
  await sql`create table "session" ("tokenHash" text primary key, "account" text not null references "account" ("name"),
    "expiresAt" text not null)`.execute(db)
  await sql`create table "auditEntry" ("id" ${counted}, "at" text not null, "actor" text not null,
    "act" text not null, "detail" text not null)`.execute(db)
}

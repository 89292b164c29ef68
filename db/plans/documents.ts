import type { DocumentFields, DocumentFilters, PolicyDocument } from '../../shared/plans/contract.ts'
import { sortKey } from '../../shared/collate.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { hasWords, pageOf } from '../listing.ts'
import { insertRow, savePartRows, updateRow } from '../plain-rows.ts'
import { bringBack, isCurrent, setAside } from './removing.ts'

export const documentQueries: Pick<QueriesOf<'plans'>, 'documents'> = {
  documents: async ({ cursor, limit, ...filters }, { db, fail }) =>
    pageOf(await findDocuments(db, filters), { cursor, limit }, fail),
}

type DocumentCommand = 'addDocument' | 'updateDocument' | 'removeDocument' | 'restoreDocument'

export const documentCommands: Pick<CommandsOf<'plans'>, DocumentCommand> = {
  async addDocument({ stages, ...fields }, { db, fail, today }) {
    checkStages(stages, today, fail)
    const id = await insertRow(db, 'policyDocument', fields)
    await saveStages(db, id, stages)
    return asSaved(db, id, today)
  },

  async updateDocument({ id, rev, stages, ...fields }, { db, fail, today }) {
    if (!(await isCurrent(db, 'policyDocument', { id, rev }, fail))) fail('document_not_found', { id })
    checkStages(stages, today, fail)
    await saveStages(db, id, stages)
    await updateRow(db, 'policyDocument', { id, rev, values: fields })
    return asSaved(db, id, today)
  },

  removeDocument: async (wanted, { db, fail, today }) =>
    (await setAside(db, 'policyDocument', wanted, { fail, today }))
      ? { id: wanted.id }
      : fail('document_not_found', { id: wanted.id }),

  restoreDocument: async ({ id }, { db, fail }) =>
    (await bringBack(db, 'policyDocument', id)) ? { id } : fail('document_not_found', { id }),
}

const saveStages = (db: Writer, documentId: number, stages: DocumentFields['stages']) =>
  savePartRows(db, 'policyStage', { owner: ['documentId', documentId], key: ['stage', 'on'], rows: stages })

function checkStages(
  stages: DocumentFields['stages'],
  today: string,
  fail: Fail<'stage_twice' | 'stage_in_future'>,
): void {
  const second = stages.findIndex(
    (each, at) => stages.findIndex((other) => other.stage === each.stage && other.on === each.on) < at,
  )
  if (second >= 0) fail('stage_twice', { row: second + 1 })
  const early = stages.findIndex(({ on }) => on > today)
  if (early >= 0) fail('stage_in_future', { row: early + 1 })
}

/** By name; each with the stage that it had reached by the day. */
export async function findDocuments(db: Reader, filters: DocumentFilters): Promise<PolicyDocument[]> {
  const { on, origin, stage } = filters
  const isFound = hasWords(filters.text)
  return (await readDocuments(db, on))
    .filter((document) => origin === null || document.origin === origin)
    .filter(({ reached }) => stage === null || reached === stage)
    .filter(({ name, number, issuer }) => isFound(name, number, issuer))
    .map((document) => ({ key: sortKey(document.name), document }))
    .toSorted((a, b) => (a.key === b.key ? a.document.id - b.document.id : a.key < b.key ? -1 : 1))
    .map(({ document }) => document)
}

async function readDocuments(db: Reader, on: string): Promise<PolicyDocument[]> {
  const documents = await db.selectFrom('policyDocument').selectAll().where('removedOn', 'is', null).execute()
  const stages = await db.selectFrom('policyStage').selectAll().orderBy('on').orderBy('id').execute()
  const byDocument = Map.groupBy(stages, ({ documentId }) => documentId)
  return documents.map(({ removedOn: _, ...document }) => {
    const own = (byDocument.get(document.id) ?? []).map(({ documentId: __, ...stage }) => stage)
    const last = own.findLast((stage) => stage.on <= on)
    return { ...document, stages: own, reached: last?.stage ?? null, reachedOn: last?.on ?? null }
  })
}

/** The words by which reports rest on documents, in the order in which these were issued. */
export async function quotedBases(db: Reader): Promise<string[]> {
  const rows = await db
    .selectFrom('policyDocument')
    .select('quotedAs')
    .where('removedOn', 'is', null)
    .where('quotedAs', '<>', '')
    .orderBy((is) => is.fn.coalesce('issuedOn', is.val('9999')))
    .orderBy('id')
    .execute()
  return rows.map(({ quotedAs }) => quotedAs)
}

async function asSaved(db: Reader, id: number, today: string): Promise<PolicyDocument> {
  const document = (await readDocuments(db, today)).find((each) => each.id === id)
  if (!document) throw new Error('a document that was just written is not there')
  return document
}

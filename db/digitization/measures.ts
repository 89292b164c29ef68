import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { priorityClasses, type PriorityClass } from '../../shared/digitization/contract.ts'
import type { Reader } from '../connection.ts'
import { ascending, weighing, type Measure, type Once, type Span } from '../measures.ts'
import type { DescribedBy } from '../../shared/digitization/rules.ts'
import { carriedBy, d206Classes, registeredOn } from './carried.ts'
import { digitalTitlesOn } from '../stock/index.ts'
import { readRule } from './rights.ts'

type Carried = { id: number; on: string; class: PriorityClass }
type Checked = { id: number; class: PriorityClass; pages: number; isFirstTime: number }

/** Titles that were carried through by the last day, and when each first was. */
function carriedUntil(db: Reader, { to }: Span, once: Once): Promise<Carried[]> {
  return once('digitization carried', async () => {
    const { rows } = await sql<Carried>`with ${carriedBy(to)}
      select titleId as id, "on", class from carried where ofTitle = 1`.execute(db)
    return rows
  })
}

/** The digital documents in service on the last day, each title once; what is carried through is worked out once for all. */
function documents(db: Reader, span: Span, once: Once): Promise<readonly number[]> {
  return once('digital documents', async () => {
    const { to } = span
    const carried = (await carriedUntil(db, span, once)).map(({ id }) => id)
    const { rows } = await sql<{ id: number }>`
      select id from ${digitalTitlesOn(db, to).select('title.id').as('digital')}
      union
      select title.id from json_each(${JSON.stringify(carried)}) as wanted join title on title.id = wanted.value
      where addedOn <= ${to} and (removedOn is null or removedOn > ${to})`.execute(db)
    return ascending(rows).ids
  })
}

/**
 * Jobs that passed the check of quality for the first time within the days, with their pages as counted by the last of
 * them, and whether nothing had been sent back from the check before.
 */
function checkedIn(db: Reader, { from, to }: Span, once: Once): Promise<Checked[]> {
  return once('digitization checked', async () => {
    const { rows } = await sql<Checked>`
      select job.id, job.class, passed.eventId,
        ifnull((select counted.pages from digitizationEvent as counted where counted.jobId = job.id
          and counted.pages is not null and counted."on" <= ${to} order by counted.id desc limit 1), 0) as pages,
        not exists (select 1 from digitizationEvent as back where back.jobId = job.id and back.kind = 'sent_back'
          and back.stageKind = 'check' and back.id < passed.eventId) as isFirstTime
      from (select event.jobId, min(event."on") as "on", min(event.id) as eventId from digitizationEvent as event
        where event.kind = 'finished' and event.stageKind = 'check' and event."on" <= ${to}
          and not exists (select 1 from digitizationEvent as undo
            where undo.ofEventId = event.id and undo."on" <= ${to})
        group by event.jobId) as passed
      join digitizationJob as job on job.id = passed.jobId
      where passed."on" >= ${from}`.execute(db)
    return rows
  })
}

const titles: Pick<Measure, 'tableName' | 'label'> = {
  tableName: 'title',
  label: (db, ids) =>
    db
      .selectFrom('title')
      .select(['id', 'title as label', 'responsibility as detail'])
      .where('id', 'in', ids)
      .execute(),
}
const jobs: Pick<Measure, 'tableName' | 'label'> = {
  tableName: 'digitizationJob',
  label: (db, ids) =>
    db
      .selectFrom('digitizationJob as job')
      .innerJoin('title', 'title.id', 'job.titleId')
      .select(['job.id', 'title.title as label', 'job.code as detail'])
      .where('job.id', 'in', ids)
      .execute(),
}

function carried(isCounted: (row: Carried) => boolean): Measure {
  return {
    ...titles,
    async find(db, span, once) {
      const rows = await carriedUntil(db, span, once)
      return ascending(rows.filter((row) => row.on >= span.from && isCounted(row)))
    },
  }
}

/** The rows are jobs, and weigh their pages. */
function checkedPages(isCounted: (row: Checked) => boolean): Measure {
  return {
    ...jobs,
    async find(db, span, once) {
      const rows = (await checkedIn(db, span, once)).filter((row) => row.pages > 0 && isCounted(row))
      return weighing(rows.map(({ id, pages }) => ({ id, weight: pages })))
    },
  }
}

function ofEachClass<Prefix extends string>(
  prefix: Prefix,
  measureOf: (name: PriorityClass) => Measure,
): Record<`${Prefix}.${PriorityClass}`, Measure> {
  return Object.fromEntries(priorityClasses.map((name) => [`${prefix}.${name}`, measureOf(name)])) as Record<
    `${Prefix}.${PriorityClass}`,
    Measure
  >
}

const said: Record<DescribedBy, RawBuilder<SqlBool>> = {
  author: sql`(authors != '' or organisations != '')`,
  publisher: sql`publisher != ''`,
  publishedYear: sql`publishedYear is not null`,
  language: sql`language != ''`,
  ddc: sql`ddc != ''`,
  summary: sql`summary != ''`,
}

/** Titles in collections that were open on the last day; one that is in several is one title. */
const collected: Measure = {
  ...titles,
  async find(db, { to }) {
    const { rows } = await sql<{ id: number }>`
      select distinct held.titleId as id from digitalCollectionTitle as held
      join digitalCollection as collection on collection.id = held.collectionId
      join title on title.id = held.titleId
      where openedOn <= ${to} and (closedOn is null or closedOn > ${to}) and held.addedOn <= ${to}
        and (held.removedOn is null or held.removedOn > ${to})
        and (title.removedOn is null or title.removedOn > ${to})`.execute(db)
    return ascending(rows)
  },
}

const openCollections: Measure = {
  tableName: 'digitalCollection',
  async find(db, { to }) {
    const rows = await db
      .selectFrom('digitalCollection')
      .select('id')
      .where('openedOn', '<=', to)
      .where((is) => is.or([is('closedOn', 'is', null), is('closedOn', '>', to)]))
      .execute()
    return ascending(rows)
  },
  label: (db, ids) =>
    db
      .selectFrom('digitalCollection')
      .select(['id', 'name as label', 'description as detail'])
      .where('id', 'in', ids)
      .execute(),
}

/** Titles that the catalogue has in one of the classes on the last day. */
function registered(classes: readonly PriorityClass[]): Measure {
  return {
    ...titles,
    async find(db, { to }) {
      const { rows } = await sql<{ id: number }>`with ${registeredOn(to, classes)}
        select titleId as id from registered`.execute(db)
      return ascending(rows)
    },
  }
}

function digitized(classes: readonly PriorityClass[]): Measure {
  return {
    ...titles,
    async find(db, span, once) {
      const carried = new Set((await carriedUntil(db, span, once)).map(({ id }) => id))
      const { rows } = await sql<{ id: number }>`with ${registeredOn(span.to, classes)}
        select titleId as id from registered`.execute(db)
      return ascending(rows.filter(({ id }) => carried.has(id)))
    },
  }
}

export const measures = {
  /** Digital documents in service on the last day. */
  'digitization.documents': {
    ...titles,
    find: async (db, span, once) => ({ ids: await documents(db, span, once) }),
  },
  'digitization.described': {
    ...titles,
    async find(db, span, once) {
      const { mandatory } = await readRule(db)
      const conditions = [sql<SqlBool>`title.title != ''`, ...mandatory.map((each) => said[each])]
      const { rows } = await sql<{ id: number }>`
        select title.id from json_each(${JSON.stringify(await documents(db, span, once))}) as document
        join title on title.id = document.value
        where ${sql.join(conditions, sql` and `)}`.execute(db)
      return ascending(rows)
    },
  },
  'digitization.collections': openCollections,
  'digitization.collected': collected,

  'digitization.titles': carried(() => true),
  ...ofEachClass('digitization.titles', (name) => carried((row) => row.class === name)),
  'digitization.pages': checkedPages(() => true),
  ...ofEachClass('digitization.pages', (name) => checkedPages((row) => row.class === name)),
  'digitization.pagesFirstTime': checkedPages(({ isFirstTime }) => isFirstTime === 1),

  /** Titles of the classes of Decision 206 on the last day. */
  'digitization.registered206': registered(d206Classes),
  'digitization.digitized206': digitized(d206Classes),
  'digitization.registeredEndogenous': registered(['endogenous']),
  'digitization.digitizedEndogenous': digitized(['endogenous']),
} satisfies Record<string, Measure>

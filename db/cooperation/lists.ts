import { sql } from 'kysely'
import type { Agreement } from '../../shared/cooperation/contract.ts'
import { fold, words } from '../../shared/fold.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import { offsetCursor, readCursor } from '../cursor.ts'
import type { Fail } from '../failure.ts'
import { readAgreements } from './agreements.ts'
import { readDelegations } from './delegations.ts'
import {
  facetsOf,
  findAgreements,
  findDelegations,
  findGifts,
  findMemberships,
  findPartners,
  findProjects,
  type Found,
} from './finding.ts'
import { givingSources } from './gift-checks.ts'
import { readGifts } from './gift-rows.ts'
import { addedUp, giftSumsAlong } from './gift-sums.ts'
import { readMemberships } from './memberships.ts'
import { readProjects } from './projects.ts'
import { readPartners } from './reading.ts'

type Paging = { cursor: string | null; limit: number; fail: Fail<never> }
type Read<Row> = (ids: number[]) => Promise<Row[]>

async function pageOf<Row>(found: readonly Found[], read: Read<Row>, { cursor, limit, fail }: Paging) {
  const from = readCursor(cursor, offsetCursor, fail) ?? 0
  return {
    rows: await read(found.slice(from, from + limit).map(({ id }) => id)),
    next: found.length > from + limit ? String(from + limit) : null,
    total: found.length,
    facets: facetsOf(found),
  }
}

type ListQueries =
  | 'partners'
  | 'projects'
  | 'agreements'
  | 'delegations'
  | 'memberships'
  | 'gifts'
  | 'giftSums'
  | 'vouchersToTie'

export const listQueries: Pick<QueriesOf<'cooperation'>, ListQueries> = {
  async partners({ cursor, limit, ...filters }, { db, fail, today }) {
    const found = await findPartners(db, filters, today)
    return pageOf(found, (ids) => readPartners(db, ids), { cursor, limit, fail })
  },

  async projects({ cursor, limit, ...filters }, { db, fail, today }) {
    const found = await findProjects(db, filters, today)
    const page = await pageOf(found, (ids) => readProjects(db, ids, today), { cursor, limit, fail })
    return { ...page, ...(await projectValue(db, found)) }
  },

  async agreements({ cursor, limit, ...filters }, { db, fail, today }) {
    const found = await findAgreements(db, filters, today)
    return pageOf<Agreement>(found, (ids) => readAgreements(db, ids, today), { cursor, limit, fail })
  },

  async delegations({ cursor, limit, ...filters }, { db, fail }) {
    const found = await findDelegations(db, filters)
    const page = await pageOf(found, (ids) => readDelegations(db, ids), { cursor, limit, fail })
    const { rows } = await sql<{ people: number }>`
      select ifnull(sum(leaders + librarians + others), 0) as people from delegation
      where id in (select value from json_each(${idsOf(found)}))`.execute(db)
    return { ...page, people: rows[0]?.people ?? 0 }
  },

  async memberships({ cursor, limit, ...filters }, { db, fail, today }) {
    const found = await findMemberships(db, filters, today)
    return pageOf(found, (ids) => readMemberships(db, ids, today), { cursor, limit, fail })
  },

  async gifts({ cursor, limit, ...filters }, { db, fail }) {
    const found = await findGifts(db, filters)
    const page = await pageOf(found, (ids) => readGifts(db, ids), { cursor, limit, fail })
    const sums = await giftSumsAlong(
      db,
      found.map(({ id }) => id),
      sql<string>`''`,
    )
    return { ...page, sum: addedUp(sums) }
  },

  async giftSums({ along, ...filters }, { db }) {
    const found = await findGifts(db, filters)
    const ids = found.map(({ id }) => id)
    const sums = await giftSumsAlong(db, ids, keyAlong[along])
    const names = along === 'donor' ? await partnerNames(db) : new Map<string, string>()
    return { rows: sums.map((sum) => ({ ...sum, name: names.get(sum.key) ?? '' })), sum: addedUp(sums) }
  },

  async vouchersToTie({ text, giftId }, { db }) {
    const { rows } = await sql<{
      id: number
      number: string
      receivedOn: string
      supplier: string
      copies: number
    }>`
      select id, number, receivedOn, supplier,
        (select count(*) from copy where copy.voucherId = voucher.id and copy.cancelledOn is null) as copies
      from voucher where source in (${sql.join(givingSources)})
        and not exists (select 1 from gift where gift.voucherId = voucher.id and gift.removedOn is null
          and gift.id is not ${giftId})
      order by receivedOn desc, id desc limit ${lookedThrough}`.execute(db)
    const wanted = words(fold(text))
    return rows
      .filter(({ number, supplier }) => wanted.every((word) => fold(`${number} ${supplier}`).includes(word)))
      .slice(0, offeredAtMost)
  },
}

const lookedThrough = 5000
const offeredAtMost = 20

const keyAlong = {
  year: sql<string>`substr(gift.receivedOn, 1, 4)`,
  kind: sql<string>`gift.kind`,
  origin: sql<string>`gift.origin`,
  donor: sql<string>`cast(ifnull(gift.partnerId, 0) as text)`,
}

const idsOf = (found: readonly Found[]): string => JSON.stringify(found.map(({ id }) => id))

async function partnerNames(db: Reader): Promise<Map<string, string>> {
  const rows = await db.selectFrom('partner').select(['id', 'name']).execute()
  return new Map(rows.map(({ id, name }) => [String(id), name]))
}

async function projectValue(db: Reader, found: readonly Found[]) {
  const { rows } = await sql<{ valueVnd: number; unvalued: number }>`
    select ifnull(sum(amountVnd), 0) as valueVnd, ifnull(sum(amountVnd is null), 0) as unvalued
    from cooperationProject where id in (select value from json_each(${idsOf(found)}))`.execute(db)
  return rows[0] ?? { valueVnd: 0, unvalued: 0 }
}

import { sql, type RawBuilder } from 'kysely'
import type { PageFilters } from '../../shared/inspection/contract.ts'
import type { QueriesOf } from '../context.ts'
import { idCursor, readCursor } from '../cursor.ts'
import { readPages, requirePage } from './page-rows.ts'
import { worstOfPage } from './reading.ts'

export const pageQueries: Pick<QueriesOf<'inspection'>, 'pages' | 'page'> = {
  async pages({ cursor, limit, ...filters }, { db, fail }) {
    const after = readCursor(cursor, idCursor, fail)
    const beyond = after === null ? sql`true` : sql`page.id > ${after}`
    const where = sql.join([beyond, ...conditions(filters)], sql` and `)
    const found = await readPages(db, { where, limit: limit + 1 })
    const rows = found.slice(0, limit)
    return { rows, next: found.length > limit ? JSON.stringify(rows.at(-1)?.id ?? null) : null }
  },

  async page({ id }, { db, fail }) {
    const page = await requirePage(db, id, fail)
    return { ...page, beforeId: null, afterId: null, ...(await neighbours(page)) }

    async function neighbours({ inspectionId, place }: typeof page) {
      if (place === null) return {}
      const rows = await db
        .selectFrom('inspectionPage')
        .select(['id', 'place'])
        .where('inspectionId', '=', inspectionId)
        .where('place', 'in', [place - 1, place + 1])
        .execute()
      const at = (wanted: number) => rows.find((row) => row.place === wanted)?.id ?? null
      return { beforeId: at(place - 1), afterId: at(place + 1) }
    }
  },
}

function conditions(filters: PageFilters): RawBuilder<unknown>[] {
  const { inspectionId, verdict, kindId, worst, jobId, from, to, scannedById, machine, projectId } = filters
  const isInSample = sql`page.place is not null`
  return [
    ...(inspectionId === null ? [] : [sql`page.inspectionId = ${inspectionId}`]),
    ...(verdict === 'outside' ? [sql`page.place is null`] : [isInSample]),
    ...(verdict === 'waiting' ? [sql`page.verdict is null`] : []),
    ...(verdict === 'good' || verdict === 'bad' ? [sql`page.verdict = ${verdict}`] : []),
    ...(kindId === null
      ? []
      : [
          sql`exists (select 1 from inspectionFinding as own where own.pageId = page.id and own.kindId = ${kindId})`,
        ]),
    ...(worst === null ? [] : [sql`${worstOfPage} = ${worst}`]),
    ...(jobId === null ? [] : [sql`lotJob.jobId = ${jobId}`]),
    ...(from === null ? [] : [sql`page.verdict is not null and page.judgedOn >= ${from}`]),
    ...(to === null ? [] : [sql`page.verdict is not null and page.judgedOn <= ${to}`]),
    ...(scannedById === null
      ? []
      : [scannedById === 'nobody' ? sql`scan.userId is null` : sql`scan.userId = ${scannedById}`]),
    ...(machine === null ? [] : [sql`ifnull(scan.machine, '') = ${machine}`]),
    ...(projectId === null ? [] : [sql`job.projectId = ${projectId}`]),
  ]
}

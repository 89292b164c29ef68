import { sql } from 'kysely'
import type { Reader, Writer } from '../connection.ts'
import type { RunRow } from '../interchange/index.ts'

/** An article and the journal or book in which it stands, by their places among the unit's titles. */
export type HostPair = [place: number, hostPlace: number]

const readAtOnce = 1000

export async function* hostPairs(unit: Reader): AsyncGenerator<HostPair[]> {
  const { rows: ids } = await sql<{ id: number; hostId: number | null }>`
    select id, hostId from title where removedOn is null order by id`.execute(unit)
  const placeById = new Map(ids.map(({ id }, at) => [id, at + 1]))
  const pairs = ids.flatMap(({ hostId }, at): HostPair[] => {
    const host = hostId === null ? undefined : placeById.get(hostId)
    return host === undefined ? [] : [[at + 1, host]]
  })
  for (let from = 0; from < pairs.length; from += readAtOnce) yield pairs.slice(from, from + readAtOnce)
}

/** Articles that came new are tied to what their host is here; one that was here already keeps its own. */
export async function applyHosts(db: Writer, { id: runId }: RunRow, pairs: readonly HostPair[]) {
  const { rows } = await sql<{ titleId: number; hostId: number }>`
    select part.titleId, host.titleId as hostId from json_each(${JSON.stringify(pairs)}) as pair
    cross join importRecord as part on part.runId = ${runId} and part.place = pair.value ->> 0
    cross join importRecord as host on host.runId = ${runId} and host.place = pair.value ->> 1
    where part.revAfter = 1 and part.titleId is not null and host.titleId is not null`.execute(db)
  // In a second step, by their keys: joined in one, SQLite would pass through all titles for each piece.
  const found = JSON.stringify(rows.map(({ titleId, hostId }) => [titleId, hostId]))
  await sql`update title set hostId = found.value ->> 1 from json_each(${found}) as found
    where title.id = found.value ->> 0`.execute(db)
  return { bulk: { runId, articles: pairs.length } }
}

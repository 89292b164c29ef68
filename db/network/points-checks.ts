import { sql } from 'kysely'
import { secondOfADay } from '../../shared/dated-facts.ts'
import { fold } from '../../shared/fold.ts'
import type { PointFields } from '../../shared/network/contract.ts'
import type { Reader } from '../connection.ts'
import type { Fail } from '../failure.ts'
import { requireSite } from '../listing.ts'

type Given = {
  fields: PointFields
  id: number | null
  row: number
  accepted: readonly 'same_name'[]
  twins: Twins
}
type Wrong =
  | 'closes_before_opening'
  | 'facts_out_of_time'
  | 'fact_twice'
  | 'merged_wrongly'
  | 'partner_not_found'
  | 'same_name'
  | 'site_not_found'
  | 'tie_taken'

/** `row` is its line in the list that was given. */
export async function checkPoint(db: Reader, given: Given, fail: Fail<Wrong>): Promise<void> {
  const { fields, row } = given
  const { identities, figures, closedOn } = fields
  const openedOn = openingOf(fields)
  if (closedOn !== null && closedOn <= openedOn) fail('closes_before_opening', { row, openedOn, closedOn })
  for (const facts of [identities, figures])
    if (secondOfADay(facts) >= 0) fail('fact_twice', { row, on: facts[secondOfADay(facts)]?.fromOn ?? '' })
  await requireWithin(db, given, openedOn, fail)
  await checkTies(db, given, fail)
  if (!given.accepted.includes('same_name')) askAboutTwin(given, fail)
}

function openingOf({ identities }: PointFields): string {
  return identities.map(({ fromOn }) => fromOn).reduce((first, on) => (on < first ? on : first))
}

/** Nothing is told of a point before it opened or once it is closed. */
async function requireWithin(
  db: Reader,
  { fields, id, row }: Given,
  openedOn: string,
  fail: Fail<Wrong>,
): Promise<void> {
  const { figures, identities, closedOn } = fields
  const days = [...figures, ...identities].map(({ fromOn }) => fromOn)
  if (id !== null) {
    const { rows } = await sql<{ on: string }>`
      select answeredOn as "on" from servicePointAnswer where pointId = ${id}
      union all select askedOn from exchange where pointId = ${id}
      union all select activity.startsOn from servicePointSupport as support
        join activity on activity.id = support.activityId where support.pointId = ${id}`.execute(db)
    days.push(...rows.map(({ on }) => on))
  }
  const stray = days.find((on) => on < openedOn || (closedOn !== null && on >= closedOn))
  if (stray !== undefined) fail('facts_out_of_time', { row, on: stray, openedOn })
}

async function checkTies(db: Reader, { fields, id, row }: Given, fail: Fail<Wrong>): Promise<void> {
  const { siteId, partnerId, mergedIntoId, closedOn } = fields
  await requireSite(db, siteId, fail)
  if (partnerId !== null) {
    const partner = await db.selectFrom('partner').select('id').where('id', '=', partnerId).executeTakeFirst()
    if (!partner) fail('partner_not_found', { id: partnerId })
  }
  for (const [tie, tieId] of Object.entries({ siteId, partnerId })) {
    if (tieId === null) continue
    const { rows } = await sql<{ id: number }>`
      select id from servicePoint where ${sql.ref(tie)} = ${tieId} and id is not ${id}`.execute(db)
    if (rows[0]) fail('tie_taken', { row, id: rows[0].id, name: await lastName(db, rows[0].id) })
  }
  if (mergedIntoId === null) return
  const into = await db
    .selectFrom('servicePoint')
    .select('id')
    .where('id', '=', mergedIntoId)
    .executeTakeFirst()
  if (!into || mergedIntoId === id || closedOn === null) fail('merged_wrongly', { row })
}

async function lastName(db: Reader, pointId: number): Promise<string> {
  const { name } = await db
    .selectFrom('servicePointIdentity')
    .select('name')
    .where('pointId', '=', pointId)
    .orderBy('fromOn', 'desc')
    .executeTakeFirstOrThrow()
  return name
}

/** The same name in the same commune is mostly the same point; where it is not, a person says so. */
function askAboutTwin({ fields, id, row, twins }: Given, fail: Fail<Wrong>): void {
  for (const identity of fields.identities) {
    const twin = twins.get(placeOf(identity))?.find(({ pointId }) => pointId !== id)
    if (twin) fail('same_name', { row, id: twin.pointId, name: twin.name, commune: twin.commune })
  }
}

type Named = { pointId: number; name: string; commune: string }
/** Points by name and commune, however they are written. */
export type Twins = Map<string, Named[]>

const placeOf = ({ name, commune }: { name: string; commune: string }) => `${fold(name)}\n${fold(commune)}`

export async function readTwins(db: Reader): Promise<Twins> {
  const rows = await db.selectFrom('servicePointIdentity').select(['pointId', 'name', 'commune']).execute()
  return Map.groupBy(rows, placeOf)
}

/** A list may name one of its own rows twice. */
export function addTwins(twins: Twins, pointId: number, { identities }: PointFields): void {
  for (const { name, commune } of identities) {
    const place = placeOf({ name, commune })
    twins.set(place, [...(twins.get(place) ?? []), { pointId, name, commune }])
  }
}

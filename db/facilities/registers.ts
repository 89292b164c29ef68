import { holdsOn } from '../../shared/dated-facts.ts'
import type { Connection, RegisterFilters, Service, Software } from '../../shared/facilities/contract.ts'
import { sortKey } from '../../shared/collate.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { hasWords, pageOf, requireSite, siteNames } from '../listing.ts'
import { deleteRows, insertRow, isCurrent, updateRow } from '../plain-rows.ts'

export const registerQueries: Pick<QueriesOf<'facilities'>, 'software' | 'connections' | 'services'> = {
  software: async ({ cursor, limit, ...filters }, { db, fail }) =>
    pageOf(await findSoftware(db, filters), { cursor, limit }, fail),
  connections: async ({ cursor, limit, ...filters }, { db, fail }) =>
    pageOf(await findConnections(db, filters), { cursor, limit }, fail),
  services: async ({ cursor, limit, ...filters }, { db, fail }) =>
    pageOf(await findServices(db, filters), { cursor, limit }, fail),
}

type RegisterCommand =
  | `${'add' | 'update' | 'remove'}Software`
  | `${'add' | 'update' | 'remove'}Connection`
  | `${'add' | 'update' | 'remove'}Service`

export const registerCommands: Pick<CommandsOf<'facilities'>, RegisterCommand> = {
  async addSoftware(fields, { db, fail }) {
    requireOrder(fields, fail)
    return { ...fields, id: await insertRow(db, 'software', fields), rev: 1 }
  },

  async updateSoftware({ id, rev, ...fields }, { db, fail }) {
    if (!(await isCurrent(db, 'software', { id, rev }, fail))) fail('software_not_found', { id })
    requireOrder(fields, fail)
    await updateRow(db, 'software', { id, rev, values: fields })
    return { ...fields, id, rev: rev + 1 }
  },

  async removeSoftware({ id, rev }, { db, fail }) {
    if (!(await isCurrent(db, 'software', { id, rev }, fail))) fail('software_not_found', { id })
    await deleteRows(db, 'software', 'id', id)
    return { id }
  },

  async addConnection(fields, { db, fail }) {
    requireOrder(fields, fail)
    await requireSite(db, fields.siteId, fail)
    return connectionOf(db, await insertRow(db, 'connection', fields))
  },

  async updateConnection({ id, rev, ...fields }, { db, fail }) {
    if (!(await isCurrent(db, 'connection', { id, rev }, fail))) fail('connection_not_found', { id })
    requireOrder(fields, fail)
    await requireSite(db, fields.siteId, fail)
    await updateRow(db, 'connection', { id, rev, values: fields })
    return connectionOf(db, id)
  },

  async removeConnection({ id, rev }, { db, fail }) {
    if (!(await isCurrent(db, 'connection', { id, rev }, fail))) fail('connection_not_found', { id })
    await deleteRows(db, 'connection', 'id', id)
    return { id }
  },

  async addService(fields, { db, fail }) {
    requireOrder(fields, fail)
    return { ...fields, id: await insertRow(db, 'onlineService', fields), rev: 1 }
  },

  async updateService({ id, rev, ...fields }, { db, fail }) {
    if (!(await isCurrent(db, 'onlineService', { id, rev }, fail))) fail('service_not_found', { id })
    requireOrder(fields, fail)
    await updateRow(db, 'onlineService', { id, rev, values: fields })
    return { ...fields, id, rev: rev + 1 }
  },

  async removeService({ id, rev }, { db, fail }) {
    if (!(await isCurrent(db, 'onlineService', { id, rev }, fail))) fail('service_not_found', { id })
    await deleteRows(db, 'onlineService', 'id', id)
    return { id }
  },
}

function requireOrder(
  { fromOn, untilOn }: { fromOn: string; untilOn: string | null },
  fail: Fail<'ends_before_begin'>,
): void {
  if (untilOn !== null && untilOn <= fromOn) fail('ends_before_begin')
}

export async function findSoftware(db: Reader, filters: RegisterFilters): Promise<Software[]> {
  const isFound = hasWords(filters.text)
  const rows = await db.selectFrom('software').selectAll().execute()
  return byName(rows.filter(isHeld(filters)).filter((row) => isFound(row.name, row.vendor, row.version)))
}

export async function findConnections(db: Reader, filters: RegisterFilters): Promise<Connection[]> {
  const { siteId } = filters
  const isFound = hasWords(filters.text)
  const rows = await readConnections(db)
  return rows
    .filter(isHeld(filters))
    .filter((row) => siteId === null || row.siteId === siteId)
    .filter(({ siteName, provider }) => isFound(siteName, provider))
    .map((row) => ({ key: sortKey(row.siteName), row }))
    .toSorted((a, b) => (a.key === b.key ? a.row.id - b.row.id : a.key < b.key ? -1 : 1))
    .map(({ row }) => row)
}

export async function findServices(db: Reader, filters: RegisterFilters): Promise<Service[]> {
  const isFound = hasWords(filters.text)
  const rows = await db.selectFrom('onlineService').selectAll().execute()
  return byName(rows.filter(isHeld(filters)).filter(({ name, url }) => isFound(name, url)))
}

function isHeld({ on, withPast }: Pick<RegisterFilters, 'on' | 'withPast'>) {
  return ({ fromOn, untilOn }: { fromOn: string; untilOn: string | null }) =>
    withPast || holdsOn(fromOn, untilOn, on)
}

function byName<Row extends { id: number; name: string }>(rows: readonly Row[]): Row[] {
  return rows
    .map((row) => ({ key: sortKey(row.name), row }))
    .toSorted((a, b) => (a.key === b.key ? a.row.id - b.row.id : a.key < b.key ? -1 : 1))
    .map(({ row }) => row)
}

async function readConnections(db: Reader): Promise<Connection[]> {
  const rows = await db.selectFrom('connection').selectAll().execute()
  const sites = await siteNames(db)
  return rows.map((row) => ({ ...row, siteName: sites.get(row.siteId) ?? '' }))
}

async function connectionOf(db: Reader, id: number): Promise<Connection> {
  const found = (await readConnections(db)).find((row) => row.id === id)
  if (!found) throw new Error('a connection that was just written is not there')
  return found
}

import { createExchange } from '../../db/host/exchange.ts'
import type { InputOf } from '../../shared/contract.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import type { Merger } from '../../shared/merger/contract.ts'
import { unpackTo } from './backups.ts'
import { finishedJob, openTestEngine, testFolder, valueOf, type Person, type TestEngine } from './engine.ts'
import { nameLibrary } from './signed.ts'

export type OtherLibrary = {
  test: TestEngine
  person: Person
  dataDir: string
  siteId: number
  storeId: number
  seriesId: number
  voucherId: number
}

/** A library of its own, with a series whose numbers begin as ours do. */
export async function openOther(
  name = 'Thư viện huyện Tiên Du',
  { prefix = 'VV', now }: { prefix?: string; now?: string } = {},
): Promise<OtherLibrary> {
  const dataDir = testFolder()
  const test = await openTestEngine({ dataDir })
  if (now) test.clock.nowMs = Date.parse(now)
  const person = await test.as('administrator')
  await nameLibrary(test, { name, code: 'TD' })
  const { client } = person
  const [site] = valueOf(await client.copies.sites({}))
  const siteId = site?.id ?? 0
  const series = { name: 'Sách', prefix, digits: 6, materials: ['book'] }
  const { id: seriesId } = valueOf(await client.copies.addSeries(series))
  const { id: voucherId } = valueOf(
    await client.copies.addVoucher({ number: '01', receivedOn: '2026-03-05', source: 'purchase' }),
  )
  return { test, person, dataDir, siteId, storeId: site?.stores[0]?.id ?? 0, seriesId, voucherId }
}

export async function enterTitle(
  { person, siteId, storeId, seriesId, voucherId }: Omit<OtherLibrary, 'test' | 'dataDir'>,
  title: { title: string; authors?: string; publishedYear?: number; isbn?: string },
  copies: readonly object[],
): Promise<{ titleId: number; copyIds: number[] }> {
  const { id: titleId } = valueOf(await person.client.catalogue.addTitle(title))
  if (copies.length === 0) return { titleId, copyIds: [] }
  const lines = copies.map((copy) => ({ titleId, seriesId, siteId, storeId, ...copy }))
  const { ids } = valueOf(await person.client.copies.accession({ voucherId, copies: lines }))
  return { titleId, copyIds: ids }
}

type OpeningCell = Omit<InputOf<SpecOf<'stock.setOpening'>>['rows'][number], 'siteId'>

/** Stock that was there on the first day and is counted only. */
export async function setOpening(
  { person, siteId }: Pick<OtherLibrary, 'person' | 'siteId'>,
  asOf: string,
  rows: readonly OpeningCell[],
): Promise<void> {
  const { version } = valueOf(await person.client.stock.opening({}))
  const cells = rows.map((row) => ({ ...row, siteId }))
  valueOf(await person.client.stock.setOpening({ asOf, rows: cells, version }))
}

/** Makes a backup there and hands in here what it holds, as programs before this one wrote it. */
export async function backupOf(other: OtherLibrary): Promise<string> {
  const packed = await packedBackupOf(other)
  const file = packed.replace(/\.zst$/, '')
  await unpackTo(packed, file)
  return file
}

/** The backup itself. */
export async function packedBackupOf({ test, person, dataDir }: OtherLibrary): Promise<string> {
  const { state, output } = await finishedJob(person, 'backup.make')
  if (state !== 'done') throw new Error(`backup ${state}`)
  await test.close()
  return `${dataDir}/backups/${(output as { fileName: string }).fileName}`
}

export async function stageJob(test: TestEngine, person: Person, path: string) {
  const file = await createExchange(test.engine.dataDir).admit(path)
  return finishedJob(person, 'merger.stage', { file })
}

export async function stageMerger(test: TestEngine, person: Person, path: string): Promise<Merger> {
  const job = await stageJob(test, person, path)
  if (job.state !== 'done') throw new Error(`staging ${job.state}: ${JSON.stringify(job.error)}`)
  return valueOf(await person.client.merger.merger({ id: (job.output as { mergerId: number }).mergerId }))
}

/** The plan as it was proposed, with what a test changes of it. */
export function planOf(merger: Merger, changes: object = {}) {
  const { id, rev, unitName, unitCode, formerProvinceCode, decisionNumber, decidedOn, mergedOn } = merger
  const { sites, numbering, onMatch } = merger
  const plan = { id, rev, unitName, unitCode, formerProvinceCode, decisionNumber, decidedOn, mergedOn }
  return {
    ...plan,
    numbering,
    onMatch,
    sites: sites.map(({ formerId, name }) => ({ formerId, name })),
    ...changes,
  }
}

export async function writeMerger(person: Person, { id }: { id: number }): Promise<Merger> {
  const job = await finishedJob(person, 'merger.write', { id })
  if (job.state !== 'done') throw new Error(`writing ${job.state}: ${JSON.stringify(job.error)}`)
  return valueOf(await person.client.merger.merger({ id }))
}

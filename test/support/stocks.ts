import type { InputOf } from '../../shared/contract.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import type { FileTicket } from '../../shared/door.ts'
import type { Stocktake } from '../../shared/stocktake/contract.ts'
import { satelliteChecksum, satelliteFormat } from '../../shared/stocktake/scan-file.ts'
import { createExchange } from '../../db/host/exchange.ts'
import { finishedJob, valueOf, writeTestFile, type Person } from './engine.ts'

export type Room = { siteId: number; storeId: number }
export type Stocks = {
  person: Person
  /** Two rooms of the first site, and one of another. */
  reading: Room
  lending: Room
  branch: Room
  titleId: number
  /** Copies VV000001 … in the reading room, or wherever is said. */
  enter: (count: number, place?: Partial<Room> & { shelf?: string; callNumber?: string }) => Promise<number[]>
  codeOf: (copyId: number) => Promise<string>
}

/** A small library to count: rooms, one title, and copies as they are asked for. */
export async function makeStocks(person: Person): Promise<Stocks> {
  const { client } = person
  const [first] = valueOf(await client.copies.sites({}))
  const siteId = first?.id ?? 0
  const store = async (site: number, name: string) => {
    const { id } = valueOf(await client.copies.addStore({ siteId: site, name }))
    return { siteId: site, storeId: id }
  }
  const reading = await store(siteId, 'Kho đọc')
  const lending = await store(siteId, 'Kho mượn')
  const { id: otherSite } = valueOf(await client.copies.addSite({ name: 'Cơ sở 2' }))
  const branch = await store(otherSite, 'Kho cơ sở 2')
  const series = { name: 'Sách', prefix: 'VV', digits: 6, materials: ['book'] }
  const { id: seriesId } = valueOf(await client.copies.addSeries(series))
  const title = { title: 'Dế Mèn phiêu lưu ký', ddc: '895.9223', callNumber: '895.9223 DMP' }
  const { id: titleId } = valueOf(await client.catalogue.addTitle(title))
  const { id: voucherId } = valueOf(
    await client.copies.addVoucher({ number: '01', receivedOn: '2026-11-01', source: 'purchase' }),
  )
  return {
    person,
    reading,
    lending,
    branch,
    titleId,
    async enter(count, place = {}) {
      const copy = { titleId, seriesId, ...reading, priceMinor: 10_000, ...place }
      const copies = Array.from({ length: count }, () => copy)
      return valueOf(await client.copies.accession({ voucherId, copies })).ids
    },
    async codeOf(copyId) {
      return valueOf(await client.copies.copy({ id: copyId })).accessionNumber
    },
  }
}

type Fields = Partial<InputOf<SpecOf<'stocktake.add'>>>

export async function openStocktake({ person }: Stocks, fields: Fields = {}): Promise<Stocktake> {
  const { id } = valueOf(await person.client.stocktake.add({ name: 'Kiểm kê 2026', ...fields }))
  const job = await finishedJob(person, 'stocktake.open', { id })
  if (job.state !== 'done') throw new Error(`opening ended ${job.state} ${JSON.stringify(job.error)}`)
  return valueOf(await person.client.stocktake.stocktake({ id }))
}

let lastKey = 0
/** Scans as the desk page sends them, each some seconds after the one before. */
export function scansOf(
  codes: readonly string[],
  place: { siteId?: number | null; storeId?: number | null; shelf?: string } = {},
  startMs = Date.parse('2026-11-10T02:00:00Z'),
) {
  return codes.map((code, at) => ({
    key: `test-${++lastKey}`,
    code,
    at: new Date(startMs + at * 3000).toISOString(),
    ...place,
  }))
}

/** A file as a person hands it in; the engine must have a folder of its own. */
export function handedIn(dataDir: string, name: string, text: string): Promise<FileTicket> {
  return createExchange(dataDir).admit(writeTestFile(name, text))
}

type SatelliteScan = [
  number: number,
  at: string,
  code: string,
  siteId: number | null,
  storeId: number | null,
  shelf: string,
]

/** What a satellite page writes. */
export function satelliteText(
  stocktake: string,
  { device = 'd1', label = '', scans, undone = [] }: SatelliteParts,
): string {
  const summed = { stocktake, device, scans, undone }
  const file = { format: satelliteFormat, version: 1, name: 'Đợt ở máy khác', label, ...summed }
  return JSON.stringify({ ...file, checksum: satelliteChecksum(summed) })
}
type SatelliteParts = { device?: string; label?: string; scans: SatelliteScan[]; undone?: number[] }

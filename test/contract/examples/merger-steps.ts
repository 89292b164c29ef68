import { copyFileSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { testFolder, valueOf, testPassword } from '../../support/engine.ts'
import { backupOf, enterTitle, openOther } from '../../support/mergers.ts'
import { by, type Given } from '../example.ts'
import { stocked, entered } from './copy-steps.ts'

/** Another library, whose first two numbers are ours too; one of its numbers is very long. */
async function makeNeighbour(): Promise<string> {
  const other = await openOther('Thư viện huyện Tiên Du', { prefix: 'VN.' })
  await enterTitle(other, { title: 'Dế Mèn' }, [{}, { priceMinor: 12_000 }])
  await enterTitle(other, { title: 'Lịch sử Tiên Du' }, [{}])
  const long = { name: 'Địa chí', prefix: 'TIENDU-DIACHI-', digits: 6 }
  const { id: seriesId } = valueOf(await other.person.client.copies.addSeries(long))
  await enterTitle({ ...other, seriesId }, { title: 'Địa chí Tiên Du' }, [{}])
  return backupOf(other)
}

const path = await makeNeighbour()
const whole = readFileSync(path)

/** The same after another program has written into it. */
function changed(...statements: string[]): Uint8Array {
  const copy = join(testFolder(), 'other.db')
  copyFileSync(path, copy)
  const raw = new Database(copy)
  for (const statement of statements) raw.exec(statement)
  raw.close()
  const bytes = readFileSync(copy)
  rmSync(copy)
  return new Uint8Array(bytes)
}

export const neighbour = () => new Uint8Array(whole)
export const noLibrary = () => new TextEncoder().encode('Không phải thư viện nào cả.')
export const cutOff = () => new Uint8Array(whole.subarray(0, Math.floor(whole.length / 3)))
export const ofNewerProgram = () =>
  changed(`insert into kysely_migration (name, timestamp) values ('9990-later', '2099-01-01')`)
/** Says that it lacks a step which it has. */
export const notToBeUpgraded = () => changed(`delete from kysely_migration where name = '0130-merger'`)

export const becomeNeighbour = `update library set uuid = '${uuidIn(path)}'`

function uuidIn(file: string): string {
  const raw = new Database(file, { readonly: true })
  const uuid = String(raw.prepare('select uuid from library').pluck().get())
  raw.close()
  return uuid
}

export const unknownFile = { token: 'x'.repeat(24), name: 'mat.db', size: 1 }
export const fromFile = ({ file }: Given) => ({ file })
export const staged = by('administrator', 'merger.stage', fromFile)
export const written = by('administrator', 'merger.write', { id: 1 })
export const undone = by('administrator', 'merger.undo', { id: 1 })
/** Two copies of ours whose numbers the other library gave too. */
export const clashing = [...stocked, entered, staged]

export const numbering = {
  policy: 'prefix' as const,
  scope: 'clashing' as const,
  prefix: 'TD-',
  seriesId: null,
}
export const plan = {
  id: 1,
  rev: 1,
  unitName: 'Thư viện huyện Tiên Du',
  mergedOn: '2026-11-01',
  sites: [{ formerId: 1, name: 'Cơ sở Tiên Du' }],
  numbering,
  onMatch: 'copies' as const,
}

export const signedSummer = [
  by('activities', 'reports.openPeriod', { period: '2026-Q3' }),
  by('activities', 'reports.check', { id: 1, rev: 1, password: testPassword }),
  by('director', 'reports.sign', { id: 1, rev: 2, password: 'mat-khau-thu' }),
]
/** The third part of a year's register, which says that its books are closed. */
export const closedYear = (year: number) =>
  `insert into registerBook (register, year, linesPerPage, closedAt) values ('stock', ${year}, 25, '2027-01-05T00:00:00.000Z')`

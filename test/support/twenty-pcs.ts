import { startHost, type Host } from '../../db/host/host.ts'
import { openLanDoor, type LanDoor } from '../../db/host/lan/door.ts'
import { createSeat } from '../../db/host/seat.ts'
import { finishedJob, openTestEngine, testFolder, testPassword, valueOf } from './engine.ts'
import type { Prepared } from './mixed-load.ts'
import { freePort, OtherPc } from './other-pc.ts'

export type Served = { host: Host; door: LanDoor; port: number; prepared: Prepared; dataDir: string }

/** A library with something to do for each PC, and the PC that serves them. */
export async function serveLibrary(places: number, titles: number): Promise<Served> {
  const dataDir = testFolder()
  const prepared = await prepare(dataDir, places, titles)
  const host = startHost({ dataDir, workerUrl: new URL('../../db/host/worker.ts', import.meta.url) })
  await host.opened()
  const door = openLanDoor(host, { assetsDir: testFolder() })
  const port = await freePort()
  const { call } = createSeat(host)
  valueOf(await call('users.signIn', { username: 'administrator', password: testPassword }))
  valueOf(await call('lan.serve', { port }))
  valueOf(await call('lan.standing', {}))
  return { host, door, port, prepared, dataDir }
}

/** Each from an address of its own, since what one PC may ask is counted by where it comes from. */
export async function enterFrom(port: number, place: number): Promise<OtherPc> {
  const pc = new OtherPc(port, `127.0.1.${place + 1}`)
  await pc.enter()
  valueOf(await pc.call('users.signIn', { username: 'administrator', password: testPassword }))
  return pc
}

const consent = { givenBy: 'reader', form: 'paper', givenOn: '2020-02-01' } as const

async function prepare(dataDir: string, places: number, titles: number): Promise<Prepared> {
  const test = await openTestEngine({ dataDir, parsesOutputs: false, clock: Date.now })
  const person = await test.as('administrator')
  const { client } = person
  await finishedJob(person, 'demo.fill', { titles, seed: 1 })
  const settings = valueOf(await client.readers.settings({}))
  valueOf(await client.readers.setSettings({ ...settings, mode: 'loans', copies: 50, keptClasses: [] }))
  const { raw } = test.engine.connection
  const accessionNumbers = raw
    .prepare(
      `select accessionNumber from copy where withdrawnOn is null and status = 'available' and siteId = 1
         and accessionNumber not in (select accessionNumber from copy group by 1 having count(*) > 1)
         and cancelledOn is null and id not in (select copyId from loan where returnedOn is null) limit 500`,
    )
    .pluck()
    .all() as string[]
  const readerIds: number[] = []
  for (let place = 0; place < places; place++) {
    const reader = { name: `Bạn đọc ${place}`, groupId: 2, consents: [consent] }
    readerIds.push(valueOf(await client.readers.addReader(reader)).id)
  }
  const sharedTitles: number[] = []
  for (const title of ['Đất rừng phương Nam', 'Số đỏ', 'Tắt đèn'])
    sharedTitles.push(valueOf(await client.catalogue.addTitle({ title })).id)
  const { id: stocktakeId } = valueOf(await client.stocktake.add({ name: 'Toàn bộ kho' })) as { id: number }
  await finishedJob(person, 'stocktake.open', { id: stocktakeId })
  await test.close()
  return { stocktakeId, accessionNumbers, readerIds, sharedTitles }
}

import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backupsIn } from '../support/backups.ts'
import {
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  type Person,
  type TestEngine,
} from '../support/engine.ts'
import { canMountDisks, empty, fill, removeDisks, setWritable, smallDisk } from '../support/small-disk.ts'
import { countOf, expectJournalTellsTitles, expectSound } from '../support/sound.ts'

const canMount = canMountDisks()
let test: TestEngine
let person: Person
afterEach(async () => {
  await test.close()
  removeDisks()
})

const add = async (title: string) =>
  valueOf(await person.client.catalogue.addTitle({ title, note: 'ghi chú '.repeat(2000) }))
const make = () => finishedJob(person, 'backup.make')
const places = async () => valueOf(await person.client.backup.places({}))

describe.skipIf(!canMount)('a stick (needs root to mount one)', () => {
  let stick: string
  beforeEach(async () => {
    test = await openTestEngine({ dataDir: testFolder() })
    person = await test.as('administrator')
    for (let n = 0; n < 20; n++) await add(`Sách số ${n}`)
    stick = smallDisk(8) ?? ''
    valueOf(await person.client.backup.addPlace({ name: 'USB', path: stick, lateAfterDays: 14 }))
  })

  it('that is full keeps nothing unfinished, holds up no other place, and takes a copy once there is room', async () => {
    fill(stick, 40_000)
    expect((await make()).output).toMatchObject({
      places: [{ outcome: 'full' }, { placeId: 1, outcome: 'done' }],
    })
    expect(readdirSync(stick).toSorted()).toEqual(['ballast', 'kho-sach-sao-luu.json'])
    expect(await places()).toMatchObject([{ copies: 1 }, { copies: 0, problem: 'full' }])
    empty(stick)
    test.clock.nowMs += 60_000
    expect((await make()).output).toMatchObject({ places: [{ outcome: 'done' }, { outcome: 'done' }] })
    expect(await places()).toMatchObject([{ copies: 2 }, { copies: 1, problem: null }])
    await expectSound(test.engine)
  })

  it('whose switch is set against writing is said to be so, and is tried again no sooner than in an hour', async () => {
    setWritable(stick, false)
    test.clock.nowMs += 11 * 60_000
    const byItself = () => finishedJob(test.stranger(), 'backup.makeByItself')
    expect((await byItself()).output).toMatchObject({
      places: [{ outcome: 'readonly' }, { placeId: 1, outcome: 'done' }],
    })
    const isDue = async () => valueOf(await test.stranger().client.backup.isDue({})).isDue
    test.clock.nowMs += 30 * 60_000
    expect(await isDue()).toBe(false)
    setWritable(stick, true)
    test.clock.nowMs += 31 * 60_000
    expect(await isDue()).toBe(true)
    expect((await byItself()).output).toMatchObject({ places: [{ name: 'USB', outcome: 'done' }] })
    expect(backupsIn(stick)).toHaveLength(1)
  })
})

describe.skipIf(!canMount)('the disk of the library itself', () => {
  it('that is full takes no copy and loses nothing; what was recorded meanwhile is there', async () => {
    const disk = smallDisk(24) ?? ''
    const dataDir = join(disk, 'data')
    mkdirSync(dataDir)
    test = await openTestEngine({ dataDir })
    person = await test.as('administrator')
    for (let n = 0; n < 20; n++) await add(`Sách số ${n}`)
    fill(disk, 600_000)
    const { state, error } = await make()
    expect({ state, code: error?.code }).toEqual({ state: 'failed', code: 'storage_full' })
    expect(backupsIn(join(dataDir, 'backups'))).toEqual([])
    expect(readdirSync(join(dataDir, 'backups'))).toEqual([])
    await add('Vẫn ghi được')
    expect(countOf(test.engine, 'title')).toBe(21)
    await expectSound(test.engine)
    expectJournalTellsTitles(test.engine)
    empty(disk)
    test.clock.nowMs += 60_000
    expect((await make()).state).toBe('done')
  })
})

import { personSortKey } from '../../shared/collate.ts'
import type { DemoResources } from '../../shared/demo/resources.ts'
import type { Writer } from '../connection.ts'
import { insertRow } from '../plain-rows.ts'

/** Staff and facilities as a library would have entered them. */
export async function insertDemoResources(db: Writer, given: DemoResources): Promise<void> {
  const { since, year } = given
  const members = await insertMembers(db, given)
  const firstRoomId = await insertRooms(db, given)
  await insertThings(db, given, firstRoomId)
  await insertCourses(db, given, members)
  const ended = { licenceUntil: `${year}-12-31`, replacementPlan: 'Chuyển sang phần mềm dùng chung' }
  for (const software of [
    { name: 'Kho Sách', purpose: 'library', licence: 'open_source', version: '1.0' },
    { name: 'LibreOffice', purpose: 'office', licence: 'open_source', version: '24' },
    { name: 'Phần mềm thư viện số', purpose: 'digital_library', licence: 'subscription', ...ended },
  ])
    await insertRow(db, 'software', { fromOn: since, ...software })
  const line = { siteId: 1, kind: 'fibre', provider: 'VNPT', speedMbps: 300 }
  await insertRow(db, 'connection', { fromOn: since, ...line })
  await insertRow(db, 'onlineService', { fromOn: since, name: 'Trang thông tin điện tử', kind: 'website' })
  await insertLineStates(db, given)
}

async function insertMembers(db: Writer, { people, since }: DemoResources): Promise<number[]> {
  const ids: number[] = []
  for (const [name, qualification, post] of people) {
    const id = await insertRow(db, 'staffMember', { name, sortKey: personSortKey(name), startsOn: since })
    const usual = { speciality: 'library', contract: 'official', workload: 'full', siteId: 1 }
    await insertRow(db, 'staffPosting', { memberId: id, fromOn: since, qualification, post, ...usual })
    ids.push(id)
  }
  return ids
}

async function insertRooms(db: Writer, { rooms, since }: DemoResources): Promise<number | null> {
  let firstId: number | null = null
  for (const [name, kind, source, sourceName, areaM2, seats] of rooms) {
    const id = await insertRow(db, 'room', { name, kind, siteId: 1, openedOn: since, source, sourceName })
    await insertRow(db, 'roomMeasure', { roomId: id, fromOn: since, areaM2, seats })
    firstId ??= id
  }
  return firstId
}

async function insertThings(
  db: Writer,
  { things, since }: DemoResources,
  roomId: number | null,
): Promise<void> {
  let number = 0
  for (const [name, kind, purpose, source, sourceName, count, price] of things)
    for (let made = 0; made < count; made += 1) {
      const inventoryNumber = `TB-${String(++number).padStart(4, '0')}`
      const values = { inventoryNumber, name, kind, purpose, source, sourceName, price, roomId }
      await insertRow(db, 'equipment', { ...values, siteId: 1, acquiredOn: since })
    }
}

async function insertCourses(db: Writer, { year }: DemoResources, members: number[]): Promise<void> {
  const held = { heldFrom: `${year - 1}-05-12`, heldUntil: `${year - 1}-05-14`, hours: 24 }
  const course = { organiser: 'Sở Văn hóa, Thể thao và Du lịch', plannedPeople: 5, topic: 'digital' }
  const last = { ...course, ...held, year: year - 1, name: 'Kỹ năng số cho người làm thư viện' }
  const lastId = await insertRow(db, 'trainingCourse', last)
  for (const memberId of members.slice(0, 4))
    await insertRow(db, 'trainingAttendance', { courseId: lastId, memberId, people: 1 })
  const next = { ...course, year, name: 'Số hóa tài liệu địa chí', plannedQuarter: 4, topic: 'digitization' }
  await insertRow(db, 'trainingCourse', next)
}

const byMachine = ['accessioning', 'cataloguing', 'labelling', 'stocktaking', 'searching']

async function insertLineStates(db: Writer, { since }: DemoResources): Promise<void> {
  const lines = await db.selectFrom('checklistItem').select('id').where('code', 'in', byMachine).execute()
  for (const { id } of lines)
    await insertRow(db, 'checklistState', {
      itemId: id,
      fromOn: since,
      state: 'digital',
      tool: 'Kho Sách',
    })
}

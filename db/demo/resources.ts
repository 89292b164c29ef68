import { personSortKey } from '../../shared/collate.ts'
import type { DemoResources } from '../../shared/demo/resources.ts'
import type { Writer } from '../connection.ts'
import { insertRow } from '../plain-rows.ts'

export type ResourceIds = Record<
  'rooms' | 'equipment' | 'software' | 'connections' | 'services' | 'lineStates' | 'members' | 'courses',
  number[]
>

/** Staff and facilities as a library would have entered them. */
export async function insertDemoResources(db: Writer, given: DemoResources): Promise<ResourceIds> {
  const { since, year } = given
  const members = await insertMembers(db, given)
  const rooms = await insertRooms(db, given)
  const equipment = await insertThings(db, given, rooms[0] ?? null)
  const register = async (
    table: 'software' | 'connection' | 'onlineService',
    values: Readonly<Record<string, string | number>>,
  ) => [await insertRow(db, table, { fromOn: since, ...values })]
  const ended = { licenceUntil: `${year}-12-31`, replacementPlan: 'Chuyển sang phần mềm dùng chung' }
  const library = { name: 'Kho Sách', purpose: 'library', licence: 'open_source', version: '1.0' }
  const office = { name: 'LibreOffice', purpose: 'office', licence: 'open_source', version: '24' }
  const digital = {
    name: 'Phần mềm thư viện số',
    purpose: 'digital_library',
    licence: 'subscription',
    ...ended,
  }
  return {
    members,
    rooms,
    equipment,
    courses: await insertCourses(db, given, members),
    software: (
      await Promise.all([library, office, digital].map((each) => register('software', each)))
    ).flat(),
    connections: await register('connection', { siteId: 1, kind: 'fibre', provider: 'VNPT', speedMbps: 300 }),
    services: await register('onlineService', { name: 'Trang thông tin điện tử', kind: 'website' }),
    lineStates: await insertLineStates(db, given),
  }
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

async function insertRooms(db: Writer, { rooms, since }: DemoResources): Promise<number[]> {
  const ids: number[] = []
  for (const [name, kind, source, sourceName, areaM2, seats] of rooms) {
    const id = await insertRow(db, 'room', { name, kind, siteId: 1, openedOn: since, source, sourceName })
    await insertRow(db, 'roomMeasure', { roomId: id, fromOn: since, areaM2, seats })
    ids.push(id)
  }
  return ids
}

async function insertThings(
  db: Writer,
  { things, since }: DemoResources,
  roomId: number | null,
): Promise<number[]> {
  const ids: number[] = []
  for (const [name, kind, purpose, source, sourceName, count, price] of things)
    for (let made = 0; made < count; made += 1) {
      const inventoryNumber = `TB-${String(ids.length + 1).padStart(4, '0')}`
      const values = { inventoryNumber, name, kind, purpose, source, sourceName, price, roomId }
      ids.push(await insertRow(db, 'equipment', { ...values, siteId: 1, acquiredOn: since }))
    }
  return ids
}

async function insertCourses(db: Writer, { year }: DemoResources, members: number[]): Promise<number[]> {
  const held = { heldFrom: `${year - 1}-05-12`, heldUntil: `${year - 1}-05-14`, hours: 24 }
  const course = { organiser: 'Sở Văn hóa, Thể thao và Du lịch', plannedPeople: 5, topic: 'digital' }
  const last = { ...course, ...held, year: year - 1, name: 'Kỹ năng số cho người làm thư viện' }
  const lastId = await insertRow(db, 'trainingCourse', last)
  for (const memberId of members.slice(0, 4))
    await insertRow(db, 'trainingAttendance', { courseId: lastId, memberId, people: 1 })
  const next = { ...course, year, name: 'Số hóa tài liệu địa chí', plannedQuarter: 4, topic: 'digitization' }
  return [lastId, await insertRow(db, 'trainingCourse', next)]
}

const byMachine = ['accessioning', 'cataloguing', 'labelling', 'stocktaking', 'searching']

async function insertLineStates(db: Writer, { since }: DemoResources): Promise<number[]> {
  const lines = await db.selectFrom('checklistItem').select('id').where('code', 'in', byMachine).execute()
  const ids: number[] = []
  for (const { id } of lines)
    ids.push(
      await insertRow(db, 'checklistState', {
        itemId: id,
        fromOn: since,
        state: 'digital',
        tool: 'Kho Sách',
      }),
    )
  return ids
}

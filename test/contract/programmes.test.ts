import { afterAll, beforeAll, expect, it } from 'vitest'
import { DocumentFields, taskGroups, workshopGroups } from '../../shared/plans/contract.ts'
import { openTestEngine, valueOf, type Person, type TestEngine } from '../support/engine.ts'

type Recorded = (people: { activities: Person; cataloguer: Person; digitizer: Person }) => Promise<unknown>
/** How a programme of the seeds is recorded. */
type Programme = { name: string; record: Recorded }

type Fields = Parameters<Person['client']['activities']['add']>[0]
const on = '2026-04-21'
const activity =
  (typeCode: string, fields: Partial<Fields> = {}): Recorded =>
  async ({ activities }) => {
    const given = {
      name: 'Ví dụ',
      typeCode,
      state: 'done',
      sessions: [{ on, attended: 50 }],
      ...fields,
    } as const
    return valueOf(
      await activities.client.activities.add({ ...given, accepted: ['sessions_overlap'] } as Fields),
    )
  }

/** An activity of a long programme, found again by it. */
const ofProgramme =
  (name: string, typeCode: string): Recorded =>
  async (people) => {
    const { client } = people.activities
    const { id } = valueOf(await client.activities.addCampaign({ name, kind: 'programme' }))
    await activity(typeCode, { campaignIds: [id] })(people)
    const found = valueOf(await client.activities.list({ campaignId: id })).rows
    if (found.length !== 1) throw new Error(`${name} does not list what was recorded for it`)
    return found
  }

const withPartner =
  (name: string, typeCode: string, fields: Partial<Fields> = {}): Recorded =>
  async (people) => {
    const partner = { name, kind: 'association', origin: 'foreign' } as const
    const { id } = valueOf(await people.activities.client.cooperation.addPartner(partner))
    return activity(typeCode, { partnerIds: [id], reach: 'international', ...fields })(people)
  }

const bookDay: Recorded = async (people) => {
  const { client } = people.activities
  const campaign = { name: 'Ngày Sách và Văn hóa đọc', kind: 'book_day', year: 2026 } as const
  const { id } = valueOf(await client.activities.addCampaign(campaign))
  for (const typeCode of ['E02', 'E06', 'E07'])
    await activity(typeCode, { campaignIds: [id], copiesGiven: 10 })(people)
  const { rows } = valueOf(await client.activities.campaigns({}))
  const total = rows.find((each) => each.id === id)
  expect(total).toMatchObject({ activities: 3, attended: 150, copiesGiven: 30 })
  return total
}

type Thing = Parameters<Person['client']['facilities']['addEquipment']>[0]['rows'][number]
const thing =
  (fields: Partial<Thing>): Recorded =>
  async ({ activities: { client } }) => {
    const given = { name: 'Ví dụ', acquiredOn: '2010-01-01', ...fields }
    return valueOf(await client.facilities.addEquipment({ rows: [given] }))
  }
const software: Recorded = async ({ activities: { client } }) =>
  valueOf(
    await client.facilities.addSoftware({
      name: 'Sierra',
      licence: 'subscription',
      fromOn: '2018-01-01',
      version: '5.0',
      replacementPlan: 'Chuyển sang phần mềm dùng chung',
    }),
  )
/** Rooms that were given: by whom, since when, where, and how they stand. */
const givenRooms: Recorded = async ({ activities: { client } }) => {
  for (const sourceName of ['Hoa Kỳ', 'Ngân hàng Thế giới', 'Hàn Quốc', 'KOICA']) {
    const room = {
      name: `Phòng ${sourceName}`,
      source: 'donation',
      sourceName,
      openedOn: '2008-01-01',
    } as const
    valueOf(await client.facilities.addRoom(room))
  }
  const { rows } = valueOf(await client.facilities.rooms({ on, text: 'phong' }))
  expect(rows).toHaveLength(4)
  return rows
}

const partnerOf = async (
  { activities }: Parameters<Recorded>[0],
  name: string,
  origin: 'domestic' | 'foreign',
) => valueOf(await activities.client.cooperation.addPartner({ name, kind: 'library', origin })).id

const interconnection: Recorded = async (people) => {
  const { cooperation } = people.activities.client
  const library = await partnerOf(people, 'Thư viện tỉnh bạn', 'domestic')
  const agreement = { name: 'Liên thông tài nguyên', kind: 'interconnection', startsOn: on } as const
  const { id } = valueOf(await cooperation.addAgreement({ ...agreement, partnerIds: [library] }))
  const { rows } = valueOf(await cooperation.agreements({ kind: 'interconnection', standing: 'valid' }))
  expect(rows.map((row) => row.id)).toContain(id)
  return rows
}

/** Copies, value, and who had the use of it. */
const donationProject: Recorded = async (people) => {
  const { cooperation } = people.activities.client
  const fund = await partnerOf(people, 'Quỹ Châu Á (Hoa Kỳ)', 'foreign')
  const project = { name: 'Sách tiếng Anh', partnerIds: [fund], startsOn: on, beneficiaries: '30 thư viện' }
  const { id } = valueOf(await cooperation.addProject(project))
  const dollars = { currency: 'USD', amountMinor: 700_000, rate: 25_000, rateOn: on } as const
  const books = { kind: 'books', what: 'Sách tiếng Anh', receivedOn: on, copies: 400 } as const
  valueOf(await cooperation.addGift({ ...books, ...dollars, projectId: id, partnerId: fund }))
  const { received } = valueOf(await cooperation.project({ id }))
  expect(received).toMatchObject({ copies: 400, valueVnd: 175_000_000 })
  return received
}

/** Support income by source, with the activity that it paid for. */
const supportForActivity: Recorded = async (people) => {
  const { cooperation } = people.activities.client
  const { id: activityId } = (await activity('E10')(people)) as { id: number }
  const union = await partnerOf(people, 'Liên hiệp các Hội KH&KT Việt Nam', 'domestic')
  const support = { kind: 'money', what: '02 lớp tập huấn', amountMinor: 55_000_000, receivedOn: on } as const
  valueOf(await cooperation.addGift({ ...support, partnerId: union, activityId, purpose: 'training' }))
  const { rows } = valueOf(await cooperation.giftSums({ along: 'donor', partnerId: union }))
  expect(rows).toMatchObject([{ key: String(union), valueVnd: 55_000_000 }])
  return rows
}

/** Each set of data given on to the national system, with its day and its address. */
const openKnowledge: Recorded = async ({ activities: { client } }) => {
  for (const name of ['Địa chí tỉnh', 'Báo xuân 1945–1975']) {
    const url = 'https://itrithuc.example.vn/1'
    valueOf(await client.facilities.addService({ name, kind: 'open_knowledge', url, fromOn: on }))
  }
  const { rows } = valueOf(await client.facilities.services({ on, text: 'itrithuc' }))
  expect(rows).toHaveLength(2)
  return rows
}

/** A target of the province’s own before the country’s, and a milestone for each group of tasks. */
const decision206: Recorded = async (people) => {
  const { plans } = people.activities.client
  const own = { indicatorCode: 'D206.03', period: '2025-12-31', value: 100, fromOn: on } as const
  valueOf(await plans.addTarget({ ...own, scope: 'province', documentId: 1 }))
  const plan = { name: 'Chuyển đổi số', startsOn: '2026-01-01', endsOn: '2030-12-31', documentId: 1 }
  const { id: roadmapId } = valueOf(await plans.addRoadmap(plan))
  for (const taskGroup of taskGroups)
    valueOf(await plans.addMilestone({ roadmapId, name: taskGroup, taskGroup, dueOn: '2030-12-31' }))
  expect(valueOf(await plans.roadmap({ id: roadmapId, on })).items).toHaveLength(8)
  return digitizing('Số hóa địa chí')(people)
}

/** What comes with the program is quoted once the library says by which words. */
const quotedDocuments: Recorded = async ({ activities: { client } }) => {
  const { rows } = valueOf(await client.plans.documents({ on, origin: 'outer' }))
  const wanted = rows.filter(({ number }) => ['33-NQ/TW', '42-CT/TW'].includes(number))
  expect(wanted).toHaveLength(2)
  for (const document of wanted) {
    const fields = { ...DocumentFields.parse(document), quotedAs: `Căn cứ ${document.name};` }
    valueOf(await client.plans.updateDocument({ ...fields, id: document.id, rev: document.rev }))
  }
  const { id } = valueOf(await client.reports.openPeriod({ period: '2026-Q1' }))
  const { bases } = valueOf(await client.reports.period({ id })).sheet
  expect(bases.slice(-2)).toEqual(['Căn cứ Nghị quyết số 33-NQ/TW;', 'Căn cứ Chỉ thị số 42-CT/TW;'])
  return bases
}

const workshopGoals: Recorded = async ({ activities: { client } }) => {
  const plan = { name: 'Mục tiêu đến 2027, 2030', startsOn: '2023-01-01', endsOn: '2030-12-31' }
  const { id: roadmapId } = valueOf(await client.plans.addRoadmap(plan))
  for (const workshopGroup of workshopGroups) {
    const goal = { roadmapId, name: workshopGroup, workshopGroup, dueOn: '2027-12-31' }
    valueOf(await client.plans.addMilestone(goal))
  }
  const found = valueOf(await client.plans.milestones({ on, workshopGroup: 'finance', text: '2027' })).rows
  expect(found).toHaveLength(1)
  return found
}

/** Vehicle, trip, readers, documents. */
const mobileLibrary: Recorded = async (people) => {
  const { rotation } = people.activities.client
  const given = await thing({ name: 'Xe Ánh sáng tri thức', kind: 'vehicle' })(people)
  const [vehicleId] = (given as { ids: number[] }).ids
  const stops = [{ place: 'Trường Tiểu học Hoa Ban' }]
  const { id: routeId } = valueOf(await rotation.addRoute({ name: 'Tuyến 1', siteId: 1, vehicleId, stops }))
  const { ids } = valueOf(await rotation.planRoute({ routeId, days: [on] }))
  const held = { on, siteId: 1, routeId, vehicleId, place: 'Trường Tiểu học Hoa Ban', children: 60 }
  valueOf(await rotation.updateSession({ ...held, documents: 180, id: ids[0] ?? 0, rev: 1, state: 'done' }))
  const { total } = valueOf(await rotation.sessions({ vehicleId }))
  expect(total).toMatchObject({ done: 1, readers: 60, documents: 180 })
  return total
}

const catalogueRecord: Recorded = async ({ cataloguer }) =>
  valueOf(await cataloguer.client.catalogue.addTitle({ title: 'Biên mục trước xuất bản', ddc: '025.3' }))
const digitizing =
  (name: string): Recorded =>
  async ({ digitizer }) =>
    valueOf(await digitizer.client.digitization.addProject({ year: 2026, name }))

const friendlyLibrary: Recorded = async ({ activities }) => {
  const scores = [1, 2, 3, 4, 5].map((criterion) => ({ criterion, score: 15 }))
  const year = { year: 2026, assessedOn: on, rev: null, scores }
  expect(valueOf(await activities.client.association.saveAssessment(year))).toMatchObject({ total: 75 })
  return valueOf(await activities.client.association.assessments({}))[0]
}
const libraryAssociation: Recorded = async ({ activities: { client } }) => {
  const union = { name: 'Liên chi hội Miền núi phía Bắc', kind: 'union', foundedOn: '2010-01-01' } as const
  const { id: parentId } = valueOf(await client.association.addBranch(union))
  const branch = { name: 'Chi hội Thư viện tỉnh', parentId, foundedOn: '2012-01-01' }
  const { id: branchId } = valueOf(await client.association.addBranch(branch))
  const members = [{ name: 'Nguyễn Thị Hòa' }]
  valueOf(await client.association.admit({ branchId, decisionNumber: '12/QĐ-HTV', admittedOn: on, members }))
  const { figures } = valueOf(await client.association.report({ year: 2026 }))
  expect(figures).toMatchObject({ branches: 2, members: 1, admitted: 1 })
  return figures
}

/** Which libraries are built by which model, found again by it. */
const smartLibrary: Recorded = async ({ activities: { client } }) => {
  const identity = { fromOn: '2020-01-01', name: 'Thư viện xã thông minh', kind: 'commune' } as const
  valueOf(await client.network.addPoints({ rows: [{ identities: [identity], model: 'smart' }] }))
  const { rows } = valueOf(await client.network.points({ on, model: 'smart' }))
  expect(rows).toHaveLength(1)
  return rows
}

/** Every programme and system that the seeds name, in their order. */
const programmes: readonly Programme[] = [
  { name: 'Công văn 2024/BVHTTDL-TV', record: activity('E20') },
  { name: 'Đề án phát triển văn hóa đọc; Đề án học tập suốt đời', record: ofProgramme('Đề án 329', 'E03') },
  { name: 'QĐ 206/QĐ-TTg', record: decision206 },
  { name: 'Luật Thư viện, liên thông', record: interconnection },
  { name: 'CMCN 4.0, Big Data collections', record: catalogueRecord },
  { name: 'Hệ tri thức Việt số hóa', record: openKnowledge },
  { name: 'CIP, biên mục tập trung, DDC, MARC21, AACR2', record: catalogueRecord },
  { name: 'Chuẩn quốc gia RFID', record: thing({ kind: 'rfid', tagType: 'ISO 28560-2' }) },
  { name: 'Sierra, phần mềm thư viện', record: software },
  { name: 'Sách tiếng Anh – Quỹ Châu Á', record: donationProject },
  { name: 'FORCE', record: withPartner('FORCE', 'E21', { details: { titles: 12, hours: 90 } }) },
  { name: 'Xe thư viện lưu động', record: mobileLibrary },
  { name: 'Quỹ Gates', record: thing({ source: 'project', sourceName: 'Quỹ Gates', purpose: 'readers' }) },
  { name: 'Phòng đọc Hoa Kỳ, Ngân hàng Thế giới, Hàn Quốc; KOICA', record: givenRooms },
  { name: 'SIDA, LEAF-VN, Atlantic Philanthropies', record: withPartner('LEAF-VN', 'E10') },
  {
    name: 'CONSAL, IFLA, CDNL-AO',
    record: withPartner('CONSAL', 'E13', { details: { congressRole: 'paper' } }),
  },
  { name: 'Thư viện thân thiện', record: friendlyLibrary },
  { name: 'Hội Thư viện Việt Nam, NALA, VILASAL, chi hội', record: libraryAssociation },
  {
    name: 'Liên hiệp các Hội KH&KT; Viện Công nhân Công đoàn – Quỹ Châu Á',
    record: supportForActivity,
  },
  { name: 'Ngày Sách 21/4; Đại sứ văn hóa đọc; Hội thi cán bộ thư viện giỏi', record: bookDay },
  {
    name: 'Tài nguyên giáo dục mở; thư viện tư nhân; nông thôn mới',
    record: ofProgramme('Nông thôn mới', 'E32'),
  },
  { name: 'NQ 33-NQ/TW; Chỉ thị 42-CT/TW', record: quotedDocuments },
  { name: 'Mô hình liên kết, thân thiện, thông minh', record: smartLibrary },
  { name: 'Mục tiêu hội thảo CNTT đến 2027, 2030', record: workshopGoals },
  { name: 'SHTT, an ninh mạng, an toàn thông tin', record: digitizing('Số hóa tài liệu có bản quyền') },
]

let test: TestEngine
beforeAll(async () => {
  test = await openTestEngine()
})
afterAll(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

it.each(programmes)('$name has a place where it is recorded', async ({ record }) => {
  const people = {
    activities: await test.as('activities'),
    cataloguer: await test.as('cataloguer'),
    digitizer: await test.as('digitizer'),
  }
  expect(await record(people)).toBeTruthy()
})

it('none of the table is left out', () => {
  expect(new Set(programmes.map(({ name }) => name)).size).toBe(25)
})

import type { Writer } from '../connection.ts'
import { insertRow } from '../plain-rows.ts'

const milestones = [
  [
    'Nâng cấp máy chủ, lưu trữ',
    'infrastructure',
    'infrastructure',
    '03-31',
    '03-20',
    'Phòng Công nghệ thông tin',
  ],
  ['Phần mềm thư viện số dùng chung', 'software', 'platforms', '06-30', '07-10', 'Phòng Công nghệ thông tin'],
  ['Quy định siêu dữ liệu tài liệu địa chí', 'standards', 'law', '09-30', null, 'Phòng Nghiệp vụ'],
  ['Số hóa 500 tên tài liệu địa chí', 'digital_stock', 'data', '11-30', null, 'Phòng Địa chí'],
  [
    'Bồi dưỡng kỹ năng số cho toàn bộ viên chức',
    'staff',
    'people',
    '12-15',
    null,
    'Phòng Hành chính – Tổng hợp',
  ],
] as const

/** A plan a year and a half into its time, what it was given, and what is asked of the library this year. */
export async function insertDemoPlans(db: Writer, today: string): Promise<void> {
  const year = Number(today.slice(0, 4))
  const documentId = await insertDocument(db, year)
  const roadmapId = await insertRow(db, 'roadmap', {
    name: `Lộ trình chuyển đổi số thư viện tỉnh giai đoạn ${year - 1}–${year + 2}`,
    kind: 'it',
    documentId,
    startsOn: `${year - 1}-01-01`,
    endsOn: `${year + 2}-12-31`,
    submittedOn: `${year - 1}-01-10`,
    approvedOn: `${year - 1}-02-15`,
    number: `45/KH-UBND`,
    approvedBy: 'Ủy ban nhân dân tỉnh',
  })
  await insertMilestones(db, { roadmapId, year: year - 1, today })
  await insertMilestones(db, { roadmapId, year, today })
  await insertMoney(db, year, today)
  const common = { scope: 'library', direction: 'at_least', fromOn: `${year}-01-01`, roadmapId }
  for (const [indicatorCode, value] of [
    ['M2b.04b', 3000],
    ['M2b.08', 500],
    ['M2a.11', 60_000],
    ['M2c.13a', 24],
    ['M1.05', 95],
  ] as const)
    await insertRow(db, 'indicatorTarget', { ...common, indicatorCode, period: String(year), value })
}

async function insertDocument(db: Writer, year: number): Promise<number> {
  const documentId = await insertRow(db, 'policyDocument', {
    name: 'Đề án phát triển thư viện số tỉnh',
    number: `12/QĐ-UBND`,
    issuedOn: `${year - 1}-01-05`,
    issuer: 'Ủy ban nhân dân tỉnh',
    kind: 'project',
    field: 'digital',
    origin: 'own',
  })
  for (const [stage, on, evidence] of [
    ['review', `${year - 2}-05-10`, 'Báo cáo rà soát số 31/BC-TV'],
    ['advise', `${year - 2}-08-20`, 'Tờ trình số 52/TTr-TV'],
    ['consult', `${year - 2}-10-15`, 'Công văn lấy ý kiến số 77/TV'],
    ['issue', `${year - 1}-01-05`, 'Quyết định số 12/QĐ-UBND'],
  ] as const)
    await insertRow(db, 'policyStage', { documentId, stage, on, evidence })
  return documentId
}

type Year = { roadmapId: number; year: number; today: string }

/** What lies before today is done, but for what waits for a rule of somebody else. */
async function insertMilestones(db: Writer, { roadmapId, year, today }: Year): Promise<void> {
  for (const [name, workshopGroup, taskGroup, due, done, post] of milestones) {
    const doneOn = done === null ? null : `${year}-${done}`
    const isDone = doneOn !== null && doneOn <= today
    const proof = isDone ? { doneOn, evidence: 'Biên bản nghiệm thu' } : {}
    const fields = { name: `${name} (${year})`, workshopGroup, taskGroup, dueOn: `${year}-${due}`, post }
    const id = await insertRow(db, 'milestone', { roadmapId, ...fields, ...proof })
    const on = `${year}-09-15`
    if (done === null && due === '09-30' && on <= today)
      await insertRow(db, 'milestoneDelay', {
        milestoneId: id,
        on,
        dueOn: `${year}-12-20`,
        reason: 'Chờ hướng dẫn của Bộ về chuẩn siêu dữ liệu',
      })
  }
}

async function insertMoney(db: Writer, year: number, today: string): Promise<void> {
  for (const [name, source, amount, spendings] of [
    [
      'Mua sắm thiết bị số hóa',
      'budget',
      850_000_000,
      [
        ['04-10', 320_000_000],
        ['08-25', 410_000_000],
      ],
    ],
    ['Tài trợ phòng đọc đa phương tiện', 'donation', 200_000_000, [['05-20', 180_000_000]]],
  ] as const) {
    const fields = { name, year, source, purpose: 'modernization', documentNumber: '08/QĐ-SVHTTDL' }
    const id = await insertRow(db, 'allocation', { ...fields, allocatedOn: `${year}-01-01`, amount })
    for (const [day, spent] of spendings) {
      const on = `${year}-${day}`
      if (on <= today) await insertRow(db, 'disbursement', { allocationId: id, on, amount: spent })
    }
  }
}

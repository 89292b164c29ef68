import type { InputOf } from '../../../shared/contract.ts'
import type { SpecOf } from '../../../shared/contracts.ts'
import { by } from '../example.ts'

export const today = '2026-11-10'
/** The first after those that come with the program. */
export const ownDocumentId = 6
export const ownTargetId = 5

export const stage = { stage: 'advise', on: '2026-08-01', evidence: 'TTr 12/TTr-TV' } as const
export const document: InputOf<SpecOf<'plans.addDocument'>> = {
  name: 'Đề án thư viện số tỉnh',
  kind: 'project',
  field: 'digital',
  issuer: 'UBND tỉnh',
  stages: [{ stage: 'review', on: '2026-05-01' }, stage],
}
export const withDocument = by('director', 'plans.addDocument', document)

export const roadmap = {
  name: 'Lộ trình chuyển đổi số 2026–2027',
  kind: 'it',
  documentId: 1,
  startsOn: '2026-01-01',
  endsOn: '2027-12-31',
  submittedOn: '2025-12-01',
  approvedOn: '2025-12-20',
  number: '45/KH-UBND',
  approvedBy: 'UBND tỉnh',
} as const
export const withRoadmap = by('director', 'plans.addRoadmap', roadmap)

export const milestone = {
  name: 'Máy chủ thư viện số',
  workshopGroup: 'infrastructure',
  taskGroup: 'infrastructure',
  dueOn: '2026-09-30',
  post: 'Phòng Công nghệ thông tin',
} as const
export const withMilestone = by('director', 'plans.addMilestone', { ...milestone, roadmapId: 1 })

export const delay = {
  milestoneId: 1,
  on: '2026-09-15',
  dueOn: '2026-12-31',
  reason: 'Chờ đấu thầu',
} as const
export const postponed = by('director', 'plans.postpone', delay)

export const spending = { on: '2026-06-01', amount: 100_000_000 } as const
export const allocation: InputOf<SpecOf<'plans.addAllocation'>> = {
  name: 'Mua máy quét',
  year: 2026,
  source: 'budget',
  documentNumber: '12/QĐ-SVHTTDL',
  allocatedOn: '2026-01-15',
  amount: 400_000_000,
  disbursements: [spending],
}
export const withAllocation = by('director', 'plans.addAllocation', allocation)

export const target = {
  indicatorCode: 'M2b.08',
  period: '2026',
  value: 1200,
  fromOn: '2026-01-01',
} as const
export const withTarget = by('director', 'plans.addTarget', target)

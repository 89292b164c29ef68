import { by } from '../example.ts'
import { entered, stocked } from './copy-steps.ts'

export const refused = <Code extends string>(refuses: Code, name: string) =>
  ({ as: 'digitizer', name, refuses }) as const

export const project = by('digitizer', 'digitization.addProject', { year: 2026, name: 'Sách địa chí' })
/** Two copies of one title, and a project to put jobs into. */
export const planned = [...stocked, entered, project]
export const making = { selection: { ids: [1] }, projectId: 1, name: 'Đợt 1' }
/** SH1, of the title as a whole; its template has the stages 1 to 10. */
export const made = [...planned, by('digitizer', 'digitization.makeJobs', making)]
/** SH1 and SH2, one for each copy. */
export const madeOfCopies = [...planned, by('digitizer', 'digitization.makeJobs', { ...making, by: 'copy' })]
export const one = { ids: [1] }
export const first = { id: 1, stageId: 1 }
export const finished = by('digitizer', 'digitization.finish', first)
export const takenByCataloguer = by('cataloguer', 'digitization.take', one)
export const taken = by('digitizer', 'digitization.take', one)
export const cancelled = by('digitizer', 'digitization.cancelJobs', { ...one, reason: 'Bản gốc hỏng' })
export const moved = by('digitizer', 'digitization.move', { ...one, to: 'scan' })
export const stages = [
  { kind: 'scan' as const, name: 'Quét' },
  { kind: 'check' as const, name: 'Kiểm tra' },
]
export const stoppage = { kind: 'scanner' as const, machine: 'Máy A3', startedOn: '2020-05-04' }
export const stopped = by('digitizer', 'digitization.addStoppage', stoppage)

import { by } from '../example.ts'
import { made } from './digitization-steps.ts'

export const refused = <Code extends string>(refuses: Code, name: string) =>
  ({ as: 'digitizer', name, refuses }) as const
export const unknown = {
  ...refused('inspection_not_found', 'is not there'),
  input: { id: 404 },
}

/** SH1 with ten pages at the stage of checking. */
export const checked = [
  ...made,
  by('digitizer', 'digitization.move', { ids: [1], to: 'scan' }),
  by('digitizer', 'digitization.finish', { id: 1, stageId: 3, pages: 10, machine: 'Máy A3' }),
  by('digitizer', 'digitization.move', { ids: [1], to: 'check' }),
]
export const plan = {
  name: 'Nghiệm thu đợt 1',
  lot: { batchId: 1 },
  sizeBy: 'number',
  sizeValue: 2,
  seed: 7,
} as const
/** Inspection 1 with pages 1 and 2, of ten. */
export const drawn = [...checked, by('digitizer', 'inspection.draw', plan)]
export const paused = [...drawn, by('cataloguer', 'inspection.pause', { id: 1 })]
export const good = { id: 1, rev: 1, kindIds: [] as number[] }
export const judgedGood = [...drawn, by('cataloguer', 'inspection.judge', good)]
/** Page 1 has a critical finding: cut off. */
export const judgedBad = [...drawn, by('cataloguer', 'inspection.judge', { ...good, kindIds: [3] })]
export const closing = { id: 1, rev: 1, verdict: 'failed' as const }
export const closed = [...judgedBad, by('digitizer', 'inspection.close', closing)]
/** A page of SH1 that was not drawn: seed 7 draws others. */
export const beside = { inspectionId: 1, code: 'SH1', kindIds: [4] }

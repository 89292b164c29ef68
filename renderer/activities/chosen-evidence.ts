import type { EvidenceKind } from '../../shared/activities/contract.ts'
import { readied } from '../app/evidence-files.ts'

export type ChosenEvidence = { key: string; kind: EvidenceKind; file: File }
type Chosen = { evidence: ChosenEvidence[]; refused: string[] }

/** Files as proof of an activity, each with what it most likely is. */
export async function prepared(files: readonly File[]): Promise<Chosen> {
  const { ready, refused } = await readied(files)
  const evidence = ready.map(({ key, file, isPicture }): ChosenEvidence => ({
    key,
    kind: isPicture ? 'photo' : 'minutes',
    file,
  }))
  return { evidence, refused }
}

/** One file stands once, however often it is chosen. */
export function together(
  chosen: readonly ChosenEvidence[],
  more: readonly ChosenEvidence[],
): ChosenEvidence[] {
  const all = [...chosen, ...more]
  return all.filter(({ key }, at) => all.findIndex((other) => other.key === key) === at)
}

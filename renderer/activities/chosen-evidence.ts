import type { EvidenceKind } from '../../shared/activities/contract.ts'
import { formOf } from '../../shared/activities/evidence-form.ts'
import { shrinkPhoto } from './shrink-photo.ts'

export type ChosenEvidence = { key: string; kind: EvidenceKind; file: File }
type Chosen = { evidence: ChosenEvidence[]; refused: string[] }

/** Offered first by the dialog that chooses files; what a file is decides its content. */
const accepted = '.jpg,.jpeg,.png,.pdf,.docx'

export function chooseEvidence(): Promise<File[]> {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.accept = accepted
  return new Promise((resolve) => {
    input.onchange = () => resolve([...(input.files ?? [])])
    input.oncancel = () => resolve([])
    input.click()
  })
}

/** Pictures within their budget, papers as they are; files that are neither are named. */
export async function prepared(files: readonly File[]): Promise<Chosen> {
  const evidence: ChosenEvidence[] = []
  const refused: string[] = []
  for (const file of files) {
    const form = formOf(new Uint8Array(await file.arrayBuffer()))
    const isPicture = form === 'jpg' || form === 'png'
    const ready = isPicture ? await shrinkPhoto(file).catch(() => null) : form === null ? null : file
    if (ready === null) refused.push(file.name)
    else
      evidence.push({
        key: `${file.name} ${file.size} ${file.lastModified}`,
        kind: isPicture ? 'photo' : 'minutes',
        file: ready,
      })
  }
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

import { formOf } from '../../shared/evidence-form.ts'
import { shrinkPhoto } from './shrink-photo.ts'

/** `key` is of the file as it was chosen, so that choosing it again is seen. */
export type ReadyFile = { key: string; file: File; isPicture: boolean }

/** Offered first by the dialog that chooses files; what a file is decides its content. */
const accepted = '.jpg,.jpeg,.png,.pdf,.docx'

export function chooseFiles(): Promise<File[]> {
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
export async function readied(files: readonly File[]): Promise<{ ready: ReadyFile[]; refused: string[] }> {
  const ready: ReadyFile[] = []
  const refused: string[] = []
  for (const file of files) {
    const form = formOf(new Uint8Array(await file.arrayBuffer()))
    const isPicture = form === 'jpg' || form === 'png'
    const kept = isPicture ? await shrinkPhoto(file).catch(() => null) : form === null ? null : file
    if (kept === null) refused.push(file.name)
    else ready.push({ key: `${file.name} ${file.size} ${file.lastModified}`, file: kept, isPicture })
  }
  return { ready, refused }
}

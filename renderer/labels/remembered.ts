import * as z from 'zod'

/** Templates, sheet and printer as they were last chosen on this computer: each stands beside its own printer. */
export const Remembered = z.object({
  templateId: z.int().nullable().catch(null),
  cardTemplateId: z.int().nullable().catch(null),
  sheetId: z.int().nullable().catch(null),
  cardSheetId: z.int().nullable().catch(null),
  printerId: z.int().nullable().catch(null),
})
export type Remembered = z.output<typeof Remembered>

const nothing: Remembered = {
  templateId: null,
  cardTemplateId: null,
  sheetId: null,
  cardSheetId: null,
  printerId: null,
}

export function readRemembered(stored: string | null): Remembered {
  if (stored === null) return nothing
  try {
    return Remembered.catch(nothing).parse(JSON.parse(stored))
  } catch {
    return nothing
  }
}

export const remembered = (): Remembered => readRemembered(localStorage.getItem('labels'))

export function remember(choice: Remembered): void {
  localStorage.setItem('labels', JSON.stringify(choice))
}

export type DraftDoor = {
  to: string
  kind: 'addTitle' | 'updateTitle' | 'note' | 'library'
  id: number | null
}

const doors: { form: RegExp; kind: DraftDoor['kind']; to: (id: string) => string }[] = [
  { form: /^catalogue\.addTitle$/, kind: 'addTitle', to: () => '/catalogue/new' },
  { form: /^catalogue\.updateTitle\/(\d+)$/, kind: 'updateTitle', to: (id) => `/catalogue/${id}` },
  { form: /^reports\.setNote\/(\d+)$/, kind: 'note', to: (id) => `/reports/${id}` },
  { form: /^settings\.setLibrary$/, kind: 'library', to: () => '/settings' },
]

/** The page where a draft is taken up again; null for a form this page does not know. */
export function draftDoor(form: string): DraftDoor | null {
  for (const door of doors) {
    const match = door.form.exec(form)
    if (match) return { kind: door.kind, to: door.to(match[1] ?? ''), id: match[1] ? Number(match[1]) : null }
  }
  return null
}

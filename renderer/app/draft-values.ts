import type { Json } from '../../shared/contract.ts'

function isSameKind(began: unknown, kept: unknown): boolean {
  if (began === null || kept === null) return typeof began !== 'object' || began === null || kept === null
  return typeof began === typeof kept && Array.isArray(began) === Array.isArray(kept)
}

/** A draft may be older than the form: fields the form no longer has, or holds as another kind, are left out. */
export function mergeDraft<Values extends object>(began: Values, draft: Json): Values {
  if (draft === null || typeof draft !== 'object' || Array.isArray(draft)) return began
  const kept = Object.entries(draft).filter(
    ([field, value]) => field in began && isSameKind(Reflect.get(began, field), value),
  )
  return { ...began, ...Object.fromEntries(kept) }
}

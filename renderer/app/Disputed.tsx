import { ConflictDialog } from '../ui/ConflictDialog.tsx'
import type { useConflict } from './use-conflict.ts'

type Props<Fields extends object, Record extends Fields> = {
  of: ReturnType<typeof useConflict<Fields, Record>>
  label: (name: keyof Fields & string) => string
  shown: (name: keyof Fields & string, fields: Fields) => string
  /** When the other version was saved, where the record says so. */
  savedAt?: (theirs: Record) => string
}

/** Asks which of two is kept, field by field, where both changed the same one. */
export function Disputed<Fields extends object, Record extends Fields>({
  of: { conflict, close, choose },
  label,
  shown,
  savedAt,
}: Props<Fields, Record>) {
  if (!conflict) return null
  return (
    <ConflictDialog
      rows={conflict.disputed.map((field) => {
        const key = String(field) as keyof Fields & string
        return {
          key,
          label: label(key),
          mine: shown(key, conflict.merged),
          theirs: shown(key, conflict.theirs),
        }
      })}
      {...(savedAt && { savedAt: savedAt(conflict.theirs) })}
      onClose={close}
      onChoose={choose}
    />
  )
}

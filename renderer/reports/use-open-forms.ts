import { useCallback, useRef } from 'react'
import { latestRev } from './latest-rev.ts'

/** Saves what is typed, if anything is, and answers the report's version; null where a form says why it cannot. */
export type SaveWords = () => Promise<{ rev: number } | null>
/** The report's version once it is saved; undefined where nothing was typed, null where it was refused. */
type SaveForm = () => Promise<number | null | undefined>
export type RegisterForm = (name: string, save: SaveForm | null) => void

/** The forms that stand open on a report: whoever checks or signs does so with what is typed in them. */
export function useOpenForms(period: { id: number; rev: number } | undefined): {
  saveWords: SaveWords
  register: RegisterForm
} {
  const forms = useRef(new Map<string, SaveForm>())
  const register = useCallback<RegisterForm>((name, save) => {
    if (save) forms.current.set(name, save)
    else forms.current.delete(name)
  }, [])
  async function saveWords() {
    let last = period ? latestRev(period) : 0
    for (const save of forms.current.values()) {
      const saved = await save()
      if (saved === null) return null
      last = saved ?? last
    }
    return { rev: last }
  }
  return { saveWords, register }
}

import { isoDateAt } from '../../shared/dates.ts'
import type { FileTicket } from '../../shared/door.ts'
import {
  ImportProfile,
  RunOptions,
  type ColumnMap,
  type RunOptions as Options,
} from '../../shared/interchange/contract.ts'
import { useKept } from '../app/kept.ts'

/** What is asked of an import beside its file and how that is read. */
export type Settings = Omit<Options, 'profile' | 'sheet' | 'effectiveOn'> & {
  /** Null while its box is empty. */
  effectiveOn: string | null
}
export type NewRun = {
  files: FileTicket[]
  profile: ImportProfile
  /** Where the profile came from: one of the library's own, or a ready one by its code. */
  origin: { id: number | null; code: string }
  /** Chosen or changed by hand: what looking suggests gives way. */
  isOwnChoice: boolean
  sheet: string | null
  /** The columns as somebody changed them. */
  columns: ColumnMap | null
  settings: Settings
}

/** A name has to stand there; it is given when the run begins, or when the profile is saved. */
export const noName = '–'
export const plainProfile: ImportProfile = ImportProfile.parse({ name: noName })

export function freshRun(): NewRun {
  const {
    profile: _,
    sheet,
    ...settings
  } = RunOptions.parse({
    profile: plainProfile,
    effectiveOn: isoDateAt(Date.now()),
  })
  return {
    files: [],
    profile: plainProfile,
    origin: { id: null, code: '' },
    isOwnChoice: false,
    sheet,
    columns: null,
    settings,
  }
}

/** What was chosen stays while one looks at another page; the files themselves are gone at the program's next start. */
export function useNewRun() {
  const [run, setRun] = useKept<NewRun>('importRun.new', freshRun())
  return {
    run,
    change: (part: Partial<NewRun>) => setRun({ ...run, ...part }),
    changeProfile: (part: Partial<ImportProfile>) =>
      setRun({ ...run, profile: { ...run.profile, ...part }, isOwnChoice: true }),
    changeSettings: (part: Partial<Settings>) => setRun({ ...run, settings: { ...run.settings, ...part } }),
    begin: () => setRun(freshRun()),
  }
}
export type NewRunTools = ReturnType<typeof useNewRun>

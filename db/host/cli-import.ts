import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Reply } from '../../shared/contract.ts'
import { isoDateAt } from '../../shared/dates.ts'
import { ImportProfile, profileFromFile, type ImportRun } from '../../shared/interchange/contract.ts'
import { refusal, withCalls, type Calls, type Place } from './cli-call.ts'

export type ImportOptions = {
  data: Place
  files: readonly string[]
  /** The code of a ready profile, the name of an own one, or a file that holds one. */
  profile?: string | undefined
  encoding?: string | undefined
  source?: string | undefined
  /** What becomes of records that are there: skip, overlay, copies or create. */
  match?: string | undefined
  /** The day that titles and copies count from; today where it is not said. */
  date?: string | undefined
  sheet?: string | undefined
  refresh?: boolean | undefined
  /** Newly acquired, not stock that was there before. */
  new?: boolean | undefined
  dry?: boolean | undefined
}

/** Stages files and, unless only a look was asked for, writes them; answers the run as it stands then. */
export function importFiles({ data, files, ...asked }: ImportOptions): Promise<Reply> {
  return withCalls(data, async (calls) => {
    const paths = files.flatMap(filesIn)
    const missing = paths.find((path) => !statSync(path, { throwIfNoEntry: false })?.isFile())
    if (missing !== undefined || paths.length === 0) return refusal('file_gone', { name: missing ?? '' })
    const profile = await profileOf(calls, asked.profile)
    if (!profile) return refusal('profile_not_found', { profile: asked.profile ?? '' })
    const tickets = await Promise.all(paths.map(calls.admit))
    const staged = await calls.call('interchange.stage', stagingOf(asked, profile, tickets))
    if (!staged.ok) return staged
    const { runId: id } = staged.value as { runId: number }
    if (asked.dry) return lookedAt(calls, id)
    const written = await calls.call('interchange.write', { id })
    return written.ok ? told(await calls.call('interchange.run', { id })) : written
  })
}

/** A look leaves nothing: no run for others to decide about, and no copy of the files. */
async function lookedAt({ call }: Calls, id: number): Promise<Reply> {
  const run = told(await call('interchange.run', { id }))
  const dropped = await call('interchange.dropRun', { id })
  return dropped.ok ? run : dropped
}

function filesIn(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}

async function profileOf({ call }: Calls, name: string | undefined): Promise<ImportProfile | null> {
  if (name === undefined) return ImportProfile.parse({ name: 'MARC' })
  if (statSync(name, { throwIfNoEntry: false })?.isFile()) {
    const read = profileFromFile(readFileSync(name, 'utf8'))
    return 'profile' in read ? read.profile : null
  }
  const known = await call('interchange.profiles', {})
  if (!known.ok) return null
  const profiles = known.value as { code: string; profile: ImportProfile }[]
  return profiles.find(({ code, profile }) => code === name || profile.name === name)?.profile ?? null
}

type Asked = Omit<ImportOptions, 'data' | 'files'>

function stagingOf(asked: Asked, profile: ImportProfile, files: unknown[]) {
  const { encoding, source, match, date, sheet, refresh } = asked
  return {
    files,
    profile: { ...profile, ...(encoding && { encoding }), ...(source && { source }) },
    effectiveOn: date ?? isoDateAt(Date.now()),
    isOpening: asked.new !== true,
    kind: refresh ? 'refresh' : 'import',
    ...(match && { onMatch: match }),
    ...(sheet && { sheet }),
  }
}

/** What a script wants to know of a run; how the file was read stays with the run. */
function told(reply: Reply): Reply {
  if (!reply.ok) return reply
  const { id, state, files, encoding, counts, written } = reply.value as ImportRun
  return { ok: true, value: { runId: id, state, files, encoding, counts, written } }
}

import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'
import { sortKey } from '../../shared/collate.ts'
import { isSystemFile } from '../../shared/preservation/rules.ts'
import type { QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'
import { placeOf } from './files/walk.ts'
import { mountPoints } from './mounts.ts'

const mostFolders = 2000

export const placeQueries: Pick<QueriesOf<'preservation'>, 'places'> = {
  places: ({ path }, { fail }) => placesAt(path, fail),
}

/** What a person can choose a folder from; without a path, where folders begin. */
export function placesAt(path: string | null, fail: Fail<'path_unreadable'>) {
  if (path === null) return { path: '', above: null, folders: beginnings(), files: 0 }
  if (!isAbsolute(path)) return fail('path_unreadable', { path })
  const entries = entriesOf(path) ?? fail('path_unreadable', { path })
  const folders = entries
    .filter((entry) => entry.isDirectory() && !isSystemFile(entry.name))
    .slice(0, mostFolders)
    .map(({ name }) => ({ name, path: join(path, name) }))
    .toSorted((a, b) => (sortKey(a.name) < sortKey(b.name) ? -1 : 1))
  const above = dirname(path)
  return {
    path,
    above: above === path ? null : above,
    folders,
    files: entries.filter((entry) => entry.isFile() && !isSystemFile(entry.name)).length,
  }
}

function entriesOf(path: string) {
  try {
    return readdirSync(placeOf(path, ''), { withFileTypes: true })
  } catch {
    return null
  }
}

/** The person's own folder and every disk that is attached. */
function beginnings(): { name: string; path: string }[] {
  return [...new Set([homedir(), ...mountPoints()])]
    .filter((path) => existsSync(path))
    .map((path) => ({ name: path, path }))
}

import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeRestoreName, beforeUpgradeName, databaseName } from './folder.ts'

/** Its path below the data folder. */
type LibraryAside = { path: string; writtenAt: string }

/** Libraries put aside that were written to since a day. */
export function librariesAside(dataDir: string, since: string): LibraryAside[] {
  const inside = (folder: string) =>
    existsSync(join(dataDir, folder)) ? readdirSync(join(dataDir, folder)).toSorted() : []
  return [
    ...inside(beforeUpgradeName)
      .filter((name) => name.endsWith('.db'))
      .map((name) => `${beforeUpgradeName}/${name}`),
    ...inside(beforeRestoreName)
      .map((name) => `${beforeRestoreName}/${name}/${databaseName}`)
      .filter((path) => existsSync(join(dataDir, path))),
  ]
    .map((path) => ({ path, writtenAt: statSync(join(dataDir, path)).mtime.toISOString() }))
    .filter(({ writtenAt }) => writtenAt >= since)
}

import { join } from 'node:path'

/** Folders whose files belong to the library as its records do: a backup takes them along. */
export const keptFolders = ['papers', 'mergers', 'imports', 'evidence'] as const
export type KeptFolder = (typeof keptFolders)[number]

/** Where a module keeps files of its own; one that is not among the kept folders does not compile. */
export function keptFolder(dataDir: string, name: KeptFolder): string {
  return join(dataDir, name)
}

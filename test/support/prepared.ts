import { join } from 'node:path'
import Database from 'better-sqlite3'
import { databaseName } from '../../db/folder.ts'
import type { Role } from '../../shared/users/rules.ts'
import { everyRole, openTestEngine, testFolder } from './engine.ts'

/**
 * Folders to begin from: an empty one, and one with a person of each role. Their password hashes are cheap to check,
 * since a hash carries its own cost; so even the real threads sign in within a millisecond.
 */
export async function prepareFolder({ isFirstRun = false } = {}): Promise<string> {
  const dataDir = testFolder()
  const test = await openTestEngine({ dataDir })
  if (!isFirstRun) await everyRole(test)
  await test.close()
  return dataDir
}

export function usernameOf(role: Role): string {
  return role === 'administrator' ? role : `user-${role}`
}

/** Puts the prepared file in the place of another one, which may be open in other threads meanwhile. */
export async function restoreInto(dataDir: string, preparedDir: string): Promise<void> {
  const source = new Database(join(preparedDir, databaseName), { readonly: true })
  try {
    await source.backup(join(dataDir, databaseName), { progress: () => 100_000 })
  } finally {
    source.close()
  }
}

/** What another program does to the file. */
export function writeByHand(dataDir: string, statements: readonly string[]): void {
  const raw = new Database(join(dataDir, databaseName))
  try {
    for (const statement of statements) raw.exec(statement)
  } finally {
    raw.close()
  }
}

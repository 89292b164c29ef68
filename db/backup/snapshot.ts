import type { Holdings } from '../../shared/backup/contract.ts'
import { openConnection } from '../connection.ts'
import { holdingsOf } from './holdings.ts'
import { isSound } from './sound.ts'

const pagesPerStep = 2000

/** The library as it is at one moment, while others go on writing. */
export async function takeSnapshot(from: string, to: string, told: (share: number) => void): Promise<void> {
  const source = openConnection(from, { readonly: true })
  try {
    // Without a reading of its own each write of somebody else would make the copy begin again.
    source.raw.exec('begin')
    source.raw.prepare('select 1 from sqlite_schema').get()
    await source.raw.backup(to, {
      progress({ totalPages, remainingPages }) {
        told(totalPages === 0 ? 0 : (totalPages - remainingPages) / totalPages)
        return pagesPerStep
      },
    })
  } finally {
    await source.close()
  }
  // Alone and whole in one file, which nobody's log belongs to.
  const copy = openConnection(to, { readonly: false })
  copy.raw.pragma('journal_mode = DELETE')
  await copy.close()
}

/** What a copy that was restored by itself holds; null where it does not stand the test. */
export async function provenHoldings(file: string): Promise<Holdings | 'no library' | null> {
  const connection = openConnection(file, { readonly: true })
  try {
    if (!(await isSound(connection))) return null
    return (await holdingsOf(connection.db)) ?? 'no library'
  } finally {
    await connection.close()
  }
}

export async function holdingsIn(file: string): Promise<Holdings | 'no library'> {
  const connection = openConnection(file, { readonly: true })
  try {
    return (await holdingsOf(connection.db)) ?? 'no library'
  } finally {
    await connection.close()
  }
}

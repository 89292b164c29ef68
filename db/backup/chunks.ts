import type { PlaceProblem } from '../../shared/backup/contract.ts'
import type { ChunkContext } from '../context.ts'

export type Chunk =
  | {
      kind: 'made'
      placeId: number
      cause: 'person' | 'schedule' | 'signing' | 'quitting'
      fileName: string
      size: number
      files: string
      madeAt: string
      provenAt: string
      sha256: string
      recipient: string
      exportName: string
      exportSha256: string
    }
  | { kind: 'problem'; placeId: number; problem: PlaceProblem }
  | { kind: 'removed'; ids: number[] }
  | { kind: 'checked'; id: number; fault: '' | 'missing' | 'altered' }
  | { kind: 'libraryChecked'; fault: string }

export async function applyMade(chunk: Chunk, { db, now }: ChunkContext) {
  switch (chunk.kind) {
    case 'made': {
      const { kind: _, ...row } = chunk
      await db.insertInto('backup').values(row).execute()
      await db
        .updateTable('backupPlace')
        .set({ problem: '', problemAt: null })
        .where('id', '=', row.placeId)
        .execute()
      return { bulk: { fileName: row.fileName, size: row.size, placeId: row.placeId } }
    }
    case 'problem': {
      const { placeId: id, problem } = chunk
      await db.updateTable('backupPlace').set({ problem, problemAt: now }).where('id', '=', id).execute()
      return { bulk: { placeId: id, problem } }
    }
    case 'removed': {
      await db.updateTable('backup').set({ removedAt: now }).where('id', 'in', chunk.ids).execute()
      return { bulk: { removed: chunk.ids } }
    }
    case 'checked': {
      const { id, fault } = chunk
      await db.updateTable('backup').set({ checkedAt: now, fault }).where('id', '=', id).execute()
      return { bulk: { checked: id, fault } }
    }
    case 'libraryChecked': {
      const { fault: libraryFault } = chunk
      await db.updateTable('backupRule').set({ libraryCheckedAt: now, libraryFault }).execute()
      return { bulk: { libraryFault } }
    }
  }
}

import { closeSync, openSync, writeSync } from 'node:fs'
import { openConnection } from '../connection.ts'
import type { JobContext } from '../context.ts'
import { writeOpenExport } from '../interchange/index.ts'

type Exporting = Pick<JobContext, 'now' | 'today' | 'progress'>

/** What the snapshot holds, in formats that need no Kho Sách: the second road back. */
export async function exportBeside(
  snapshot: string,
  to: string,
  { now, today, progress }: Exporting,
): Promise<string | null> {
  const { db, close } = openConnection(snapshot, { readonly: true })
  const descriptor = openSync(to, 'w')
  function write(piece: string | Uint8Array): void {
    const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at)
  }
  try {
    await writeOpenExport({ db, now, today, progress, write })
    return to
  } finally {
    closeSync(descriptor)
    await close()
  }
}

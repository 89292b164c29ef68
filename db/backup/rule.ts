import type { BackupRule } from '../../shared/backup/contract.ts'
import type { Reader } from '../connection.ts'
import type { Encryption } from './sealing.ts'

type StoredRule = BackupRule & {
  rev: number
  encryption: Encryption | null
  encryptedSince: string | null
  libraryCheckedAt: string | null
  libraryFault: string
}

export async function readRule(db: Reader): Promise<StoredRule> {
  const {
    id: _,
    recipient,
    wrappedKey,
    ...row
  } = await db.selectFrom('backupRule').selectAll().executeTakeFirstOrThrow()
  return {
    ...row,
    isAutomatic: row.isAutomatic === 1,
    afterSigning: row.afterSigning === 1,
    onQuitting: row.onQuitting === 1,
    withExport: row.withExport === 1,
    encryption: recipient === '' ? null : { recipient, wrappedKey },
  }
}

export function storedSwitches({ isAutomatic, afterSigning, onQuitting, withExport }: BackupRule) {
  const stored = (isOn: boolean) => (isOn ? 1 : 0)
  return {
    isAutomatic: stored(isAutomatic),
    afterSigning: stored(afterSigning),
    onQuitting: stored(onQuitting),
    withExport: stored(withExport),
  }
}

export async function signings(db: Reader): Promise<string[]> {
  const rows = await db.selectFrom('period').select('signedAt').where('signedAt', 'is not', null).execute()
  return rows.flatMap(({ signedAt }) => signedAt ?? [])
}

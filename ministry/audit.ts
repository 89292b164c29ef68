import type { Db } from './store/connection.ts'

export type Act =
  | 'account'
  | 'answer'
  | 'code'
  | 'conflict'
  | 'deadline'
  | 'enrolment'
  | 'export'
  | 'key'
  | 'message'
  | 'package'
  | 'question'
  | 'refusal'
  | 'revocation'
  | 'sign_in'
  | 'sign_in_failed'

/** Who did what when: a library by its id, a person of the office by name, anyone else as `-`. */
export async function writeAudit(
  db: Db,
  { at, actor, act, detail }: { at: string; actor: string; act: Act; detail: unknown },
): Promise<void> {
  await db
    .insertInto('auditEntry')
    .values({ at, actor, act, detail: JSON.stringify(detail) })
    .execute()
}

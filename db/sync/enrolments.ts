import type { Reader } from '../connection.ts'
import { currentKey } from './keys.ts'

/** The enrolment that holds: the last one, unless the key was replaced since. */
export async function currentEnrolment(db: Reader) {
  const key = await currentKey(db)
  if (!key) return null
  const enrolment = await db
    .selectFrom('enrolment')
    .selectAll()
    .where('signingKeyId', '=', key.id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return enrolment ?? null
}
export type Enrolment = NonNullable<Awaited<ReturnType<typeof currentEnrolment>>>

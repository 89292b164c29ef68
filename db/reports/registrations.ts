import { isoDateAt } from '../../shared/dates.ts'
import type { Registration } from '../../shared/reports/contract.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf } from '../context.ts'
import type { OfficialDocument } from '../documents/index.ts'
import { readPeriod } from './periods.ts'

/** The papers of a period that the clerical desk has entered, the report itself first. */
export async function registrationsOf(db: Reader, periodId: number): Promise<Registration[]> {
  const rows = await selectRegistrations(db).where('periodId', '=', periodId).orderBy('restatement').execute()
  return rows.map(shown)
}

function selectRegistrations(db: Reader) {
  return db
    .selectFrom('reportRegistration')
    .leftJoin('user', 'user.id', 'registeredById')
    .leftJoin('evidenceFile as file', 'file.id', 'fileId')
    .select(['reportRegistration.id', 'reportRegistration.rev', 'restatement', 'number', 'reason'])
    .select(['registeredOn as on', 'registeredAt as at', 'user.name as by', 'fileName', 'size', 'hash'])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRegistrations>['executeTakeFirstOrThrow']>>

function shown({ fileName, size, hash, restatement, ...row }: Row): Registration {
  const scan = fileName !== null && size !== null && hash !== null ? { name: fileName, size, hash } : null
  return { ...row, restatement: restatement || null, scan }
}

export const registrationCommands: Pick<CommandsOf<'reports'>, 'register'> = {
  async register({ periodId, restatement, rev, number, on, reason }, { db, fail, actor, now }) {
    const period = (await readPeriod(db, periodId)) ?? fail('period_not_found', { id: periodId })
    if (period.state !== 'signed') fail('wrong_state', { state: period.state })
    const signedAt = await signingOf(db, periodId, restatement)
    if (signedAt === null) return fail('restatement_not_found', { number: restatement ?? 0 })
    const signedOn = isoDateAt(Date.parse(signedAt))
    if (on < signedOn) fail('before_signing', { signedOn })
    const paper = restatement ?? 0
    const known = await db
      .selectFrom('reportRegistration')
      .select(['id', 'rev'])
      .where('periodId', '=', periodId)
      .where('restatement', '=', paper)
      .executeTakeFirst()
    if (known && known.rev !== rev) fail('stale', { id: known.id, rev: known.rev })
    if (known && reason === '') fail('reason_missing')
    const other = await otherOfNumber(db, { number, on, id: known?.id ?? 0 })
    if (other) fail('number_taken', { number, period: other.period })
    const written = { number, registeredOn: on, reason: known ? reason : '' }
    const by = { registeredById: actor?.userId ?? null, registeredAt: now }
    if (known)
      await db
        .updateTable('reportRegistration')
        .set({ ...written, ...by, rev: known.rev + 1 })
        .where('id', '=', known.id)
        .execute()
    else
      await db
        .insertInto('reportRegistration')
        .values({ periodId, restatement: paper, ...written, ...by })
        .execute()
    const saved = await selectRegistrations(db)
      .where('periodId', '=', periodId)
      .where('restatement', '=', paper)
      .executeTakeFirstOrThrow()
    return shown(saved)
  },
}

async function signingOf(db: Reader, periodId: number, restatement: number | null): Promise<string | null> {
  const signed = await (restatement === null
    ? db.selectFrom('period').select('signedAt').where('id', '=', periodId).executeTakeFirst()
    : db
        .selectFrom('restatement')
        .select('signedAt')
        .where('periodId', '=', periodId)
        .where('number', '=', restatement)
        .executeTakeFirst())
  return signed?.signedAt ?? null
}

/** Numbers of outgoing papers begin anew each year, and none is given twice. */
function otherOfNumber(db: Reader, { number, on, id }: { number: string; on: string; id: number }) {
  return db
    .selectFrom('reportRegistration')
    .innerJoin('period', 'period.id', 'periodId')
    .select('period.period')
    .where('number', '=', number)
    .where('registeredOn', 'like', `${on.slice(0, 4)}-%`)
    .where('reportRegistration.id', '!=', id)
    .executeTakeFirst()
}

/** A signed paper as it is printed once it has its number and its day. */
export function withRegistration(
  document: OfficialDocument,
  registration: Pick<Registration, 'number' | 'on'> | undefined,
): OfficialDocument {
  if (!registration) return document
  const { number, on: date } = registration
  return { ...document, letterhead: { ...document.letterhead, number, date } }
}

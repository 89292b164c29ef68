import { isoDateAt } from '../../shared/dates.ts'
import { periodText } from '../../shared/period-text.ts'
import type { Reader } from '../connection.ts'
import { waiting, type DueReader } from '../due.ts'
import { libraryWords } from '../words.ts'

/** Reports that wait for whoever checks them, and signed ones that have no number yet. */
export const due: DueReader = {
  can: 'reports.prepare',
  async find(db) {
    const t = await libraryWords(db)
    const named = ({ period, at }: { period: string; at: string | null }) => ({
      on: at === null ? null : isoDateAt(Date.parse(at)),
      name: periodText(t, period, 'name'),
    })
    return [
      ...waiting('reportsToCheck', (await handedOver(db)).map(named)),
      ...waiting('reportsUnregistered', (await unregistered(db)).map(named)),
    ]
  },
}

function handedOver(db: Reader) {
  return db
    .selectFrom('period')
    .select(['period', 'handedOverAt as at'])
    .where('state', '=', 'open')
    .where('handedOverAt', 'is not', null)
    .orderBy('handedOverAt')
    .execute()
}

function unregistered(db: Reader) {
  return db
    .selectFrom('period')
    .select(['period', 'signedAt as at'])
    .where('state', '=', 'signed')
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('reportRegistration')
            .select('id')
            .whereRef('periodId', '=', 'period.id')
            .where('restatement', '=', 0),
        ),
      ),
    )
    .orderBy('signedAt')
    .execute()
}

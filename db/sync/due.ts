import { sql } from 'kysely'
import { spanName } from '../../shared/period-text.ts'
import { countedAtMost, waiting, type DueReader } from '../due.ts'
import { libraryWords } from '../words.ts'
import { currentEnrolment } from './enrolments.ts'
import { dueOn, openOf } from './told.ts'

const periodFrom = sql<string>`json_extract(content, '$.body.period.from')`
const periodTo = sql<string>`json_extract(content, '$.body.period.to')`

/** What the receiver waits for. A deadline is told in its last week and after it, and no longer once a package is on its way. */
export const due: DueReader = {
  can: 'sync.deliver',
  async find(db, { until }) {
    const enrolment = await currentEnrolment(db)
    if (!enrolment) return []
    const t = await libraryWords(db)
    const ofKind = (kind: 'question' | 'deadline') =>
      db
        .selectFrom('receiverMessage')
        .select([dueOn.as('on'), periodFrom.as('from'), periodTo.as('to')])
        .where('enrolmentId', '=', enrolment.id)
        .where(openOf(kind))
        .limit(countedAtMost + 1)
    const named = ({ on, from, to }: { on: string | null; from: string; to: string }) => ({
      on,
      name: spanName(t, from, to),
    })
    const questions = await ofKind('question').orderBy('number').execute()
    const deadlines = await ofKind('deadline').where(dueOn, '<=', until).orderBy(dueOn).execute()
    return [
      ...waiting('deadlinesDue', deadlines.map(named)),
      ...waiting('questionsOpen', questions.map(named)),
    ]
  },
}

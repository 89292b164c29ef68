import { displayDate } from '../../shared/dates.ts'
import { activityMeasures, counted, ruleOf, type ActivityMeasure } from '../../shared/activities/rules.ts'
import type { Measure } from '../measures.ts'
import { heldSessions } from './held.ts'

type Label = Measure['label']

const labels: Record<ReturnType<typeof ruleOf>['rows'], Label> = {
  async activity(db, ids) {
    const rows = await db
      .selectFrom('activity')
      .select(['id', 'name', 'startsOn'])
      .where('id', 'in', ids)
      .execute()
    return rows.map(({ id, name, startsOn }) => ({ id, label: name, detail: displayDate(startsOn) }))
  },
  async activitySession(db, ids) {
    const rows = await db
      .selectFrom('activitySession as session')
      .innerJoin('activity', 'activity.id', 'session.activityId')
      .select(['session.id', 'session.on', 'session.attended', 'activity.name'])
      .where('session.id', 'in', ids)
      .execute()
    return rows.map(({ id, on, attended, name }) => ({
      id,
      label: name,
      detail: [displayDate(on), attended].filter((part) => part !== null).join(': '),
    }))
  },
  partner: (db, ids) =>
    db
      .selectFrom('partner')
      .select(['id', 'name as label', 'country as detail'])
      .where('id', 'in', ids)
      .execute(),
}

function measureOf(name: ActivityMeasure): Measure {
  const { rows } = ruleOf(name)
  return {
    tableName: rows,
    label: labels[rows],
    find: async (db, span, once) =>
      counted(name, await once('activities held', () => heldSessions(db, span))),
  }
}

export const measures = Object.fromEntries(activityMeasures.map((name) => [name, measureOf(name)])) as Record<
  ActivityMeasure,
  Measure
>

import { sortKey } from '../../shared/collate.ts'
import type { SurveyRow } from '../../shared/network/contract.ts'
import { isSurveyed } from '../../shared/network/rules.ts'
import type { Reader } from '../connection.ts'
import type { CommandsOf, QueriesOf } from '../context.ts'
import { hasWords } from '../listing.ts'
import { deleteRows, insertRow, touchRows, updateRow } from '../plain-rows.ts'
import { isServing, openedPoints } from './points-reading.ts'
import { connectedPointIds } from './ties.ts'

export const surveyQueries: Pick<QueriesOf<'network'>, 'survey'> = {
  async survey({ year, text, isOpenOnly }, { db, today }) {
    const on = surveyDay(year, today)
    const all = await surveyRows(db, year, on)
    const isFound = hasWords(text)
    return {
      on,
      rows: all
        .filter(({ website, managed }) => !isOpenOnly || website === null || managed === null)
        .filter(({ name, commune }) => isFound(name, commune)),
      website: sharesOf(all, 'website'),
      managed: sharesOf(all, 'managed'),
      connected: all.filter(({ isConnected }) => isConnected).length,
    }
  },
}

/** A year that is not over is asked as of today. */
function surveyDay(year: number, today: string): string {
  const end = `${year}-12-31`
  return end < today ? end : today
}

export async function surveyRows(db: Reader, year: number, on: string): Promise<SurveyRow[]> {
  const points = (await openedPoints(db, on)).filter(
    (point) => isServing(point, on) && isSurveyed(point.identity.kind),
  )
  const answers = await db.selectFrom('servicePointAnswer').selectAll().where('year', '=', year).execute()
  const byPoint = new Map(answers.map((answer) => [answer.pointId, answer]))
  const connected = await connectedPointIds(db, on)
  return points
    .map(({ id, identity: { name, kind, commune } }): SurveyRow => {
      const answer = byPoint.get(id)
      return {
        pointId: id,
        name,
        kind,
        commune,
        website: answer?.website ?? null,
        managed: answer?.managed ?? null,
        answeredOn: answer?.answeredOn ?? null,
        source: answer?.source ?? '',
        isConnected: connected.has(id),
      }
    })
    .map((row) => ({ row, key: sortKey(row.name) }))
    .toSorted((a, b) => (a.key === b.key ? a.row.pointId - b.row.pointId : a.key < b.key ? -1 : 1))
    .map(({ row }) => row)
}

function sharesOf(rows: readonly SurveyRow[], part: 'website' | 'managed') {
  const count = (answer: 'yes' | 'no' | null) => rows.filter((row) => row[part] === answer).length
  const [yes, no, unknown] = [count('yes'), count('no'), count(null)]
  // Where nobody has answered there is no share, and 0 would be a lie.
  const percent = yes + no === 0 ? null : Math.round((yes / rows.length) * 10_000) / 100
  return { yes, no, unknown, percent }
}

export const surveyCommands: Pick<CommandsOf<'network'>, 'answerSurvey'> = {
  async answerSurvey({ year, rows }, { db, fail, today }) {
    if (`${year}-01-01` > today) fail('year_not_begun', { year })
    const answeredOn = surveyDay(year, today)
    const points = new Map((await openedPoints(db, answeredOn)).map((point) => [point.id, point]))
    const existing = await db.selectFrom('servicePointAnswer').selectAll().where('year', '=', year).execute()
    const byPoint = new Map(existing.map((answer) => [answer.pointId, answer]))
    let answered = 0
    for (const { pointId, ...given } of rows) {
      const point = points.get(pointId) ?? fail('point_not_found', { id: pointId })
      const former = byPoint.get(pointId)
      if (
        former &&
        former.website === given.website &&
        former.managed === given.managed &&
        former.source === given.source
      )
        continue
      if (!isServing(point, answeredOn)) fail('answer_out_of_time', { name: point.identity.name, year })
      if (given.website === null && given.managed === null && given.source === '') {
        if (!former) continue
        await deleteRows(db, 'servicePointAnswer', 'id', former.id)
      } else if (former) {
        await updateRow(db, 'servicePointAnswer', {
          id: former.id,
          rev: former.rev,
          values: { ...given, answeredOn },
        })
      } else await insertRow(db, 'servicePointAnswer', { pointId, year, answeredOn, ...given })
      await touchRows(db, 'servicePoint', [pointId])
      answered += 1
    }
    return { answered }
  },
}

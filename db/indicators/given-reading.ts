import { signedPeriod } from './signed-period.ts'
import { periodBetween } from '../../shared/periods.ts'
import type { GivenFigure, GivenFilters, GivenRow } from '../../shared/indicators/contract.ts'
import { mainCodeOf } from '../../shared/indicators/formulas.ts'
import type { Reader } from '../connection.ts'
import { indicatorWords } from '../indicator-words.ts'
import { hasWords } from '../listing.ts'
import type { Span } from '../measures.ts'
import { computeAll } from './compute.ts'

function selectGiven(db: Reader) {
  return db
    .selectFrom('givenFigure as given')
    .leftJoin('user', 'user.id', 'given.givenById')
    .select(['given.id', 'given.rev', 'code', 'fromOn', 'untilOn', 'status', 'value', 'reason'])
    .select(['user.name as givenBy', 'givenAt', 'fileId', 'fileName'])
    .where('removedOn', 'is', null)
}

type Row = Awaited<ReturnType<ReturnType<typeof selectGiven>['executeTakeFirstOrThrow']>>

function shownGiven({ fileId, fileName, ...given }: Row): GivenFigure {
  return { ...given, proof: fileId === null ? null : fileName }
}

export async function readGiven(db: Reader, id: number): Promise<GivenFigure | null> {
  const row = await selectGiven(db).where('given.id', '=', id).executeTakeFirst()
  return row ? shownGiven(row) : null
}

/** What a person gave for just this span, whether it counts or records came since. */
export async function givenFor(db: Reader, code: string, { from, to }: Span): Promise<GivenFigure | null> {
  const row = await selectGiven(db)
    .where('code', '=', mainCodeOf(code))
    .where('fromOn', '=', from)
    .where('untilOn', '=', to)
    .executeTakeFirst()
  return row ? shownGiven(row) : null
}

/** Newest period first, then by code; each with what it does in its period. */
export async function findGiven(db: Reader, { text, year }: GivenFilters): Promise<GivenRow[]> {
  const words = await indicatorWords(db)
  const isFound = hasWords(text)
  const rows = await selectGiven(db).orderBy('untilOn', 'desc').orderBy('code').execute()
  const found = rows
    .filter(({ untilOn }) => year === null || untilOn.startsWith(String(year)))
    .filter(({ code, reason }) => isFound(code, reason, words.name(code)))
  const shown: GivenRow[] = []
  for (const [span, given] of Map.groupBy(found, ({ fromOn, untilOn }) => `${fromOn} ${untilOn}`)) {
    const [from = '', to = ''] = span.split(' ')
    const isOver = await isSigned(db, { from, to })
    const codes = new Set(given.map(({ code }) => code))
    const computed = isOver ? [] : await computeAll(db, { from, to }, codes)
    const counting = new Set(
      computed.flatMap(({ code, givenReason }) => (givenReason === undefined ? [] : [code])),
    )
    for (const row of given) {
      const use = isOver ? 'signed' : counting.has(row.code) ? 'counts' : 'set_aside'
      shown.push({ ...shownGiven(row), use })
    }
  }
  return shown
}

/** Whether the period that has just these bounds is signed. */
export async function isSigned(db: Reader, { from, to }: Span): Promise<boolean> {
  const named = periodBetween(from, to)
  return named !== null && (await signedPeriod(db, named.period)) !== undefined
}

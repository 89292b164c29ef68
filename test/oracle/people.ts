import { declaredCounters, isDeclaredCounter } from '../../shared/readers/counters.ts'
import { distinct, isBy, isIn, stands, sumOf, type Recount, type Tables } from './rows.ts'

type Span = { from: string; to: string }
const newest = <Row>(rows: readonly Row[], dayOf: (row: Row) => string): Row | undefined =>
  rows.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1)).at(-1)

/** The table of numbers that holds on a day: where there is one, nobody is counted by name. */
function headcount(tables: Tables, day: string) {
  const told = tables('staffHeadcount').filter(({ fromOn }) => fromOn <= day)
  const last = newest(told, ({ fromOn }) => fromOn)
  return last && stands(last.fromOn, last.untilOn, day) ? last : null
}
const counted =
  (qualification?: string): Recount =>
  (tables, { to }) => {
    const table = headcount(tables, to)
    return sumOf(
      tables('staffHeadcountRow')
        .filter((row) => row.headcountId === table?.id)
        .filter((row) => qualification === undefined || row.qualification === qualification)
        .map(({ people }) => people),
    )
  }
const countedPart =
  (part: 'digitallyTrained' | 'retrained' | 'digitallySkilled'): Recount =>
  (tables, { to }) => {
    const table = headcount(tables, to)
    return table ? table[part] : 0
  }

type IsMeant = (memberId: number) => boolean
/** Whoever works here by name at the end, of those that are meant; null where that was never asked. */
const people =
  (meant: (tables: Tables, span: Span) => IsMeant | null): Recount =>
  (tables, span) => {
    const { to } = span
    if (headcount(tables, to)) return 0
    if (tables('staffMember').length === 0) return null
    const isMeant = meant(tables, span)
    const placed = new Set(tables('staffPosting').map(({ memberId }) => memberId))
    const present = tables('staffMember').filter(
      ({ id, startsOn, endsOn }) => placed.has(id) && stands(startsOn, endsOn, to),
    )
    return isMeant && present.filter(({ id }) => isMeant(id)).length
  }
const qualified = (wanted: string) =>
  people((tables, { to }) => (id) => {
    const own = tables('staffPosting').filter(({ memberId }) => memberId === id)
    const byThen = newest(
      own.filter(({ fromOn }) => fromOn <= to),
      ({ fromOn }) => fromOn,
    )
    // Before the first day one is told of as one began.
    const held = byThen ?? own.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))[0]
    return held?.qualification === wanted
  })

/** A course counts on its last day. */
function attended(tables: Tables, span: Span, isDigital: boolean) {
  const courses = tables('trainingCourse').filter(
    ({ topic, heldFrom, heldUntil }) =>
      isIn(heldUntil ?? heldFrom, span) && (!isDigital || topic === 'digital' || topic === 'digitization'),
  )
  return tables('trainingAttendance').filter(({ courseId }) => courses.some(({ id }) => id === courseId))
}
const trainedSince = (firstDay: (to: string) => string) =>
  people((tables, { to }) => {
    const came = attended(tables, { from: firstDay(to), to }, true)
    return (id) => came.some(({ memberId }) => memberId === id)
  })
/** On the scale that the program proposes, the third level and the fourth are enough. */
const skilled = people((tables, { to }) => {
  const said = tables('staffAssessment').filter(({ on }) => on <= to)
  if (said.length === 0) return null
  return (id) => {
    const own = said.filter(({ memberId }) => memberId === id)
    return (newest(own, ({ on }) => on)?.level ?? 0) >= 3
  }
})
const attendances =
  (isDigital: boolean): Recount =>
  (tables, span) =>
    sumOf(attended(tables, span, isDigital).map((each) => each.people))

function countsOf(tables: Tables, span: Span, feed: string) {
  const codes = tables('counterKind').flatMap(({ code, feed: own }) =>
    (isDeclaredCounter(code) ? declaredCounters[code].feed : own) === feed ? [code] : [],
  )
  return tables('counterValue').filter(
    ({ kindCode, value, on }) => codes.includes(kindCode) && value !== null && isIn(on, span),
  )
}
const actsOf = (tables: Tables, span: Span, wanted: string, isChild?: number) =>
  tables('readerCardAct').filter(
    (each) =>
      each.act === wanted && isIn(each.on, span) && (isChild === undefined || each.isChild === isChild),
  )
const lentIn = (tables: Tables, span: Span) => tables('loan').filter(({ lentOn }) => isIn(lentOn, span))
const validAt = (tables: Tables, { to }: Span) =>
  tables('readerCard').filter(
    ({ id, issuedOn, endedOn }) =>
      stands(issuedOn, endedOn, to) &&
      tables('readerCardAct').some(({ cardId, on, until }) => cardId === id && on <= to && until >= to),
  )

type Rows = (tables: Tables, span: Span) => readonly unknown[]
const fed =
  (feed: string): Rows =>
  (tables, span) =>
    countsOf(tables, span, feed)

/** What desks count in one place and the program in another is known where either is. */
const known =
  (beside: readonly Rows[], count: (tables: Tables, span: Span) => number): Recount =>
  (tables, span) =>
    beside.some((rows) => rows(tables, span).length > 0) ? count(tables, span) : null
const summed = (feed: string) => (tables: Tables, span: Span) =>
  sumOf(countsOf(tables, span, feed).map(({ value }) => value))

const circulation = [fed('in_house'), fed('lent'), lentIn]
const issued: Rows[] = [
  fed('card_issued'),
  fed('card_issued_child'),
  (tables, span) => actsOf(tables, span, 'issued'),
]
const renewed: Rows[] = [fed('card_renewed'), (tables, span) => actsOf(tables, span, 'renewed')]
const valid = [fed('card_valid'), validAt]

/** Of each site, what stands on the last day that it counted. */
function lastValid(tables: Tables, span: Span): number {
  const counts = countsOf(tables, span, 'card_valid')
  return sumOf(
    counts
      .filter(({ siteId, on }) => !counts.some((other) => other.siteId === siteId && other.on > on))
      .map(({ value }) => value),
  )
}

const qualifications = ['doctorate', 'master', 'bachelor', 'college', 'intermediate', 'other']

export const peopleRecounts: Record<string, Recount> = {
  'staff.people': people(() => () => true),
  'staff.counted': counted(),
  ...Object.fromEntries(
    qualifications.flatMap((each) => [
      [`staff.people.${each}`, qualified(each)],
      [`staff.counted.${each}`, counted(each)],
    ]),
  ),
  'staff.digitallyTrained': trainedSince((to) => `${to.slice(0, 4)}-01-01`),
  'staff.retrained': trainedSince(() => '2021-02-11'),
  'staff.digitallySkilled': skilled,
  'staff.digitallyTrainedCounted': countedPart('digitallyTrained'),
  'staff.retrainedCounted': countedPart('retrained'),
  'staff.digitallySkilledCounted': countedPart('digitallySkilled'),
  'staff.attendances': attendances(false),
  'staff.digitalAttendances': attendances(true),
  'staff.plans': (tables, { to }) =>
    tables('trainingPlan').filter(
      ({ year, approvedOn }) => year === Number(to.slice(0, 4)) && isBy(approvedOn, to),
    ).length,
  'readers.inHouse': known(circulation, summed('in_house')),
  'readers.lentCounted': known(circulation, summed('lent')),
  'readers.lent': known(circulation, (tables, span) => lentIn(tables, span).length),
  'readers.cardsIssuedCounted': known(issued, summed('card_issued')),
  'readers.cardsIssuedToChildrenCounted': known(issued, summed('card_issued_child')),
  'readers.cardsIssued': known(issued, (tables, span) => actsOf(tables, span, 'issued', 0).length),
  'readers.cardsIssuedToChildren': known(issued, (tables, span) => actsOf(tables, span, 'issued', 1).length),
  'readers.cardsRenewedCounted': known(renewed, summed('card_renewed')),
  'readers.cardsRenewed': known(renewed, (tables, span) => actsOf(tables, span, 'renewed').length),
  'readers.cardsValidCounted': known(valid, lastValid),
  'readers.cardsValid': known(valid, (tables, span) => validAt(tables, span).length),
  'association.awardDecisions': (tables, { to }) => {
    if (tables('award').length === 0) return null
    const year = { from: `${to.slice(0, 4)}-01-01`, to }
    const decided = tables('award').filter(({ decidedOn }) => isIn(decidedOn, year))
    const numbered = decided.filter(({ decisionNumber }) => decisionNumber !== '')
    return (
      decided.length -
      numbered.length +
      distinct(numbered.map(({ decidedOn, decisionNumber }) => `${decidedOn} ${decisionNumber}`))
    )
  },
}

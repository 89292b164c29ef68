import { isBy, isIn, sumOf, type Recount, type Tables } from './rows.ts'

type Span = { from: string; to: string }
const done = (tables: Tables) => tables('mobileSession').filter(({ state }) => state === 'done')
type Session = ReturnType<typeof done>[number]

const readers = ({ children, adults }: Session) =>
  children === null && adults === null ? null : (children ?? 0) + (adults ?? 0)

/** What was counted at sessions; null where none was ever held, or where some were and nobody counted at any. */
function counted(tables: Tables, span: Span, what: (session: Session) => number | null, all = done(tables)) {
  if (!done(tables).some(({ on }) => isBy(on, span.to))) return null
  const held = all.filter(({ on }) => isIn(on, span)).map(what)
  return held.length > 0 && held.every((each) => each === null) ? null : sumOf(held)
}

const outside = (tables: Tables) =>
  tables('counterValue').filter(
    ({ kindCode, value }) => /^outside_(children|adults)$/.test(kindCode) && value !== null,
  )

/** Sessions at sites and in months of which no desk counted the visits outside. */
function beside(tables: Tables): Session[] {
  return done(tables).filter(
    ({ siteId, on }) =>
      !outside(tables).some((each) => each.siteId === siteId && each.on.slice(0, 7) === on.slice(0, 7)),
  )
}

export const visits: Record<string, Recount> = {
  'rotation.sessions': (tables, span) =>
    done(tables).some(({ on }) => isBy(on, span.to))
      ? done(tables).filter(({ on }) => isIn(on, span)).length
      : null,
  'rotation.sessionReaders': (tables, span) => counted(tables, span, readers),
  'rotation.sessionDocuments': (tables, span) => counted(tables, span, ({ documents }) => documents),
  'rotation.outsideMobile': (tables, span) => counted(tables, span, readers, beside(tables)) ?? 0,
  'rotation.outsideCounted': (tables, span) => {
    const counts = outside(tables).filter(({ on }) => isIn(on, span))
    if (counts.length > 0) return sumOf(counts.map(({ value }) => value))
    return counted(tables, span, readers) === null ? null : 0
  },
}

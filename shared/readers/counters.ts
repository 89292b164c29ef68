/** What a counter is counted as; figures rest on these and on no list of codes. */
export const counterFeeds = [
  'visit_onsite',
  'visit_outside',
  'visit_online',
  'in_house',
  'lent',
  'card_issued',
  'card_issued_child',
  'card_renewed',
  'card_valid',
  'none',
] as const
export type CounterFeed = (typeof counterFeeds)[number]

export const rhythms = ['day', 'month'] as const
export type Rhythm = (typeof rhythms)[number]

type DeclaredCounter = { feed: CounterFeed; rhythm: Rhythm }

const daily = (feed: CounterFeed): DeclaredCounter => ({ feed, rhythm: 'day' })
const monthly = (feed: CounterFeed): DeclaredCounter => ({ feed, rhythm: 'month' })

/**
 * The counters that come with the program; a code means the same in every library and for good. People with
 * disabilities and of ethnic minorities are counted among the children and adults already, so theirs feed no total.
 */
export const declaredCounters = {
  onsite_children: daily('visit_onsite'),
  onsite_adults: daily('visit_onsite'),
  onsite_disabled: daily('none'),
  onsite_minority: daily('none'),
  outside_children: daily('visit_outside'),
  outside_adults: daily('visit_outside'),
  in_house_children: daily('in_house'),
  in_house_adults: daily('in_house'),
  lent_children: daily('lent'),
  lent_adults: daily('lent'),
  internet: daily('none'),
  cards_issued_children: daily('card_issued_child'),
  cards_issued_adults: daily('card_issued'),
  cards_renewed: daily('card_renewed'),
  cards_valid: monthly('card_valid'),
  web_visits: monthly('visit_online'),
  digital_uses: monthly('visit_online'),
} as const satisfies Record<string, DeclaredCounter>

export type DeclaredCode = keyof typeof declaredCounters

export function isDeclaredCounter(code: string): code is DeclaredCode {
  return Object.hasOwn(declaredCounters, code)
}

/** The day under which a count stands: that of a month stands on its first. */
export function dayOfCount(rhythm: Rhythm, on: string): string {
  return rhythm === 'month' ? `${on.slice(0, 7)}-01` : on
}

/** Fewer counts than this say nothing of what is usual. */
const fewestKnown = 10
/** A count up to this is never asked about: a quiet place has its busy day. */
const smallCount = 50
const manyTimes = 5
/** Where nothing is known of a place yet. */
const mostAtFirst = { day: 5000, month: 1_000_000 } as const satisfies Record<Rhythm, number>

/** Counts of one place before this one, as what is usual there. */
export type Usual = { known: number; most: number }

export function usualOf(past: readonly number[]): Usual {
  return { known: past.length, most: past.reduce((most, each) => Math.max(most, each), 0) }
}

/** So far beyond what the place ever counted that somebody should look again. */
export function isUnusual(value: number, { known, most }: Usual, rhythm: Rhythm): boolean {
  if (value <= smallCount) return false
  return known < fewestKnown ? value > mostAtFirst[rhythm] : value > most * manyTimes
}

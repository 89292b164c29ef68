/** What each place may hold: MARC21slim.xsd, whose pattern every MARC 21 leader meets. */
const letterOrDigit = /^[0-9A-Za-z]$/
const orBlank = /^[0-9A-Za-z ]$/

/** Places that are the record's own, and what stands there where it holds something impossible. */
const own: readonly [place: number, isPossible: RegExp, instead: string][] = [
  [5, orBlank, ' '],
  [6, letterOrDigit, 'a'],
  [7, orBlank, ' '],
  [8, orBlank, ' '],
  [17, orBlank, ' '],
  [18, orBlank, ' '],
  [19, orBlank, ' '],
]

export type Fitted = { leader: string; isRepaired: boolean }

/** There are few leaders among many records. */
const known = new Map<string, Fitted>()
const mostKnown = 1000

/** The leader of a record in Unicode (09 is "a") without lengths; what no program may choose is set right unasked. */
export function fittedLeader(leader: string): Fitted {
  const fitted = known.get(leader) ?? fit(leader)
  if (known.size >= mostKnown) known.clear()
  known.set(leader, fitted)
  return fitted
}

function fit(leader: string): Fitted {
  const signs = [...'00000    a2200000   4500']
  let isRepaired = leader.length !== 24
  for (const [place, isPossible, instead] of own) {
    const sign = leader.charAt(place)
    const fits = isPossible.test(sign)
    signs[place] = fits ? sign : instead
    isRepaired ||= !fits
  }
  return { leader: signs.join(''), isRepaired }
}

import { chance } from './dice.ts'
import type { Dice } from './dice.ts'
import { foreignSubjects } from './foreign.ts'
import { vietnameseSubjects } from './subjects.ts'
import type { Subject } from './subjects.ts'

/** Each subject as often as it weighs, so that one throw finds it. */
const weighted: readonly Subject[] = [...vietnameseSubjects, ...foreignSubjects].flatMap((subject) =>
  Array.from({ length: subject.weight }, () => subject),
)

/** A subject of which books were already printed in that year. */
export function subjectFor(dice: Dice, year: number): Subject {
  const at = Math.floor(chance(dice) * weighted.length)
  const subject = weighted[at]
  if (subject && (subject.from ?? 0) <= year) return subject
  const older = weighted[Math.floor(at / 2)]
  if (older && (older.from ?? 0) <= year) return older
  return subjectFor(dice, year)
}

import { chance } from './dice.ts'
import type { Dice } from './dice.ts'
import { foreignSubjects } from './foreign.ts'
import { children, literature } from './fiction.ts'
import { local, old } from './heritage.ts'
import { schooling, society } from './knowledge.ts'
import { practical } from './practice.ts'
import type { Subject } from './subject.ts'

const subjects: readonly Subject[] = [
  ...literature,
  ...children,
  ...local,
  ...old,
  ...society,
  ...schooling,
  ...practical,
  ...foreignSubjects,
]

/** Each subject as often as it weighs, so that one throw finds it. */
const weighted: readonly Subject[] = subjects.flatMap((subject) =>
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

import { addDays } from '../../shared/dates.ts'
import { countedAtMost, waiting, type DueReader } from '../due.ts'
import { endingAgreements } from './agreements.ts'
import { readRule } from './rule.ts'

/** Agreements that end within the library's notice and that no other one renews. */
export const due: DueReader = {
  can: 'cooperation.read',
  async find(db, { today }) {
    const { noticeDays } = await readRule(db)
    const span = { from: today, to: addDays(today, noticeDays) }
    return waiting('agreementsEnding', await endingAgreements(db, span, countedAtMost + 1))
  },
}

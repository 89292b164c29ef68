import { amount, counted, shareOf, sum } from './formula-parts.ts'
import type { Indicator, MeasureName } from './formulas.ts'

const million = 1_000_000
const cents = 100

/** What two lists know of one matter: until its second version the diary of activities alone. */
function countedInBoth(code: string, ofDiary: MeasureName, ofRegister: MeasureName): Indicator {
  return {
    code,
    bases: ['cooperation'],
    formulas: [
      { version: 2, measures: [ofDiary, ofRegister], compute: sum(ofDiary, ofRegister) },
      { version: 1, measures: [ofDiary], compute: sum(ofDiary) },
    ],
  }
}

/** What was given to the library (M3). */
export const donationIndicators: readonly Indicator[] = [
  amount('M3.01a', 'letter2024e', 'cooperation.givenAtHome', million),
  amount('M3.01b', 'letter2024e', 'cooperation.givenAbroad', million),
  amount('M3.02', 'letter2024e', 'cooperation.givenForTechnology', million),
  counted('M3.03a', ['letter2024e'], 'cooperation.givingOrganisations'),
  counted('M3.03b', ['letter2024e'], 'cooperation.givingPeople'),
  counted('M3.04a', ['letter2024e'], 'cooperation.copiesGiven'),
  counted('M3.04b', ['letter2024e'], 'cooperation.equipmentGiven'),
]

/** What is done together with others abroad (HT). */
export const cooperationIndicators: readonly Indicator[] = [
  counted('HT.01', ['cooperation'], 'cooperation.projects'),
  amount('HT.02a', 'cooperation', 'cooperation.givenAbroadUsd', cents),
  amount('HT.02b', 'cooperation', 'cooperation.givenAbroad', million),
  countedInBoth('HT.03a', 'activities.delegationsOut', 'cooperation.delegationsOut'),
  countedInBoth('HT.03b', 'activities.delegationsIn', 'cooperation.delegationsIn'),
  countedInBoth('HT.03c', 'activities.delegates', 'cooperation.delegates'),
  counted('HT.04', ['cooperation'], 'activities.international'),
  counted('HT.05', ['cooperation'], 'cooperation.agreementsAbroad'),
  counted('HT.06', ['cooperation'], 'cooperation.reportsSent'),
]

/** The library association (HV). */
export const associationIndicators: readonly Indicator[] = [
  counted('HV.01a', ['association'], 'association.branches'),
  counted('HV.01b', ['association'], 'association.members'),
  counted('HV.02', ['association'], 'association.admitted'),
  amount('HV.03a', 'association', 'association.duesOwed', million),
  amount('HV.03b', 'association', 'association.duesPaid', million),
  shareOf('HV.03c', 'association', 'association.duesPaid', 'association.duesOwed'),
  amount('HV.04', 'association', 'association.otherIncome', million),
  counted('HV.05', ['friendly'], 'association.friendlyPoints'),
  counted('HV.06a', ['association'], 'association.awardDecisions'),
  counted('HV.06b', ['association'], 'association.awardsToPersons'),
  counted('HV.06c', ['association'], 'association.awardsToUnits'),
]

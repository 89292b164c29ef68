import type { MeasureName } from '../../shared/indicators/formulas.ts'

/** What a measure came to in the span; null where nobody collects it. */
export type Count = (measure: MeasureName) => number | null
/** What an indicator comes to, worked out from counts that are there; null where there is nothing to be a share of. */
type Worked = (count: (measure: MeasureName) => number) => number | null
/** How a figure of a longer span follows from those of its parts: S of the brief, Q that add up, all else. */
type Nature = 'at the end' | 'added up' | 'by itself'
export type Recomputed = { nature: Nature; work: Worked }

const total =
  (...names: MeasureName[]): Worked =>
  (count) => {
    let sum = 0
    for (const name of names) sum += count(name)
    return sum
  }

/** Rounded half up in whole numbers, which no fraction of a computer’s falsifies. */
function quotient(part: number, whole: number, decimals: number): number {
  const scale = 10n ** BigInt(decimals)
  const [above, below] = [BigInt(part) * scale, BigInt(whole)]
  return Number((2n * above + below) / (2n * below)) / Number(scale)
}

const percent =
  (part: MeasureName[], whole: MeasureName[]): Worked =>
  (count) => {
    const [above, below] = [total(...part)(count) ?? 0, total(...whole)(count) ?? 0]
    return below === 0 ? null : quotient(100 * above, below, 2)
  }
/** In a million đồng, a dollar of a hundred cents, a gigabyte. */
const inUnits =
  (name: MeasureName, unit: number): Worked =>
  (count) =>
    quotient(count(name), unit, 2)

const atEnd = (work: Worked): Recomputed => ({ nature: 'at the end', work })
const added = (work: Worked): Recomputed => ({ nature: 'added up', work })
const byItself = (work: Worked): Recomputed => ({ nature: 'by itself', work })

const stock: MeasureName[] = ['copies.held', 'stock.openingCopies']
const staff: MeasureName[] = ['staff.people', 'staff.counted']
const million = 1_000_000

const perPerson = atEnd((count) => {
  const [copies, people] = [total(...stock)(count) ?? 0, count('network.population')]
  return people === 0 ? null : quotient(copies, people, 2)
})

const plans: Record<string, Recomputed> = {
  'M1.01': byItself(total('plans.documents')),
  'M1.01a1': byItself(total('plans.documents.review')),
  'M1.01a2': byItself(total('plans.documents.advise')),
  'M1.01a3': byItself(total('plans.documents.consult')),
  'M1.01a4': byItself(total('plans.documents.issue')),
  'M1.01a5': byItself(total('plans.documents.amend')),
  'M1.02': atEnd(total('plans.roadmapsValid')),
  'M1.03': byItself(percent(['plans.milestonesOnTime'], ['plans.milestonesDue'])),
  'M1.04': atEnd(inUnits('plans.allocated', million)),
  'M1.05': atEnd(percent(['plans.spent'], ['plans.allocated'])),
}

const placesAndPeople: Record<string, Recomputed> = {
  'M2a.01': atEnd(total('network.points', 'network.ownSites')),
  'M2a.01a1': atEnd(total('network.points.provincial', 'network.ownSites')),
  'M2a.01a2': atEnd(total('network.points.former_district')),
  'M2a.01a3': atEnd(total('network.points.commune')),
  'M2a.01a4': atEnd(total('network.points.reading_room')),
  'M2a.01a5': atEnd(total('network.points.bookcase')),
  'M2a.01a6': atEnd(total('network.points.community')),
  'M2a.01a7': atEnd(total('network.points.private')),
  'M2a.01a8': atEnd(total('network.points.school')),
  'M2a.01a9': atEnd(total('network.points.agency')),
  'M2a.01a10': atEnd(total('network.points.rotation_point')),
  'M2a.01a11': atEnd(total('network.points.other')),
  // Square metres are kept with two decimals and told with one.
  'M2a.02': atEnd((count) => Math.floor((Math.round(count('facilities.readingArea') * 100) + 5) / 10) / 10),
  'M2a.03': atEnd(total('facilities.readingSeats')),
  'M2a.04a': atEnd(total('facilities.computersForWork')),
  'M2a.04b': atEnd(total('facilities.computersForReaders')),
  'M2a.05': atEnd(percent(['facilities.sitesOnline'], ['facilities.sites'])),
  'M2a.06': atEnd(total('facilities.digitizers')),
  'M2a.07': atEnd(percent(['facilities.workflowsDigital'], ['facilities.workflows'])),
  'M2a.08': atEnd(total('facilities.librarySoftware')),
  'M2a.09a': added(
    total(
      'readers.cardsIssued',
      'readers.cardsIssuedCounted',
      'readers.cardsIssuedToChildren',
      'readers.cardsIssuedToChildrenCounted',
    ),
  ),
  'M2a.09a1': added(total('readers.cardsIssuedToChildren', 'readers.cardsIssuedToChildrenCounted')),
  'M2a.09b': added(total('readers.cardsRenewed', 'readers.cardsRenewedCounted')),
  'M2a.10': atEnd(total('readers.cardsValid', 'readers.cardsValidCounted')),
  'M2a.11': added(total('readers.visitsOnSite')),
  'M2a.12': byItself(total('rotation.outsideCounted', 'rotation.outsideMobile')),
  'M2a.13': added(total('readers.visitsOnline')),
  'M2a.14': added(total('readers.inHouse', 'readers.lent', 'readers.lentCounted')),
}

const stockAndFiles: Record<string, Recomputed> = {
  'M2b.01': atEnd(total(...stock)),
  'M2b.02': atEnd(total('copies.titlesHeld', 'stock.openingTitles')),
  'M2b.03': atEnd(total('catalogue.serialsTaken')),
  'M2b.04a': byItself(total('copies.titlesAccessioned')),
  'M2b.04a1': byItself(total('copies.titlesAccessioned.purchase')),
  'M2b.04a2': byItself(total('copies.titlesAccessioned.donation')),
  'M2b.04a3': byItself(total('copies.titlesAccessioned.exchange')),
  'M2b.04a4': byItself(total('copies.titlesAccessioned.deposit')),
  'M2b.04a5': byItself(total('copies.titlesAccessioned.project')),
  'M2b.04a6': byItself(total('copies.titlesAccessioned.other')),
  'M2b.04b': added(total('copies.accessioned')),
  'M2b.04b1': added(total('copies.accessioned.purchase')),
  'M2b.04b2': added(total('copies.accessioned.donation')),
  'M2b.04b3': added(total('copies.accessioned.exchange')),
  'M2b.04b4': added(total('copies.accessioned.deposit')),
  'M2b.04b5': added(total('copies.accessioned.project')),
  'M2b.04b6': added(total('copies.accessioned.other')),
  'M2b.05a': added(total('copies.withdrawn')),
  // Of the stock before weeding: what is left and what went.
  'M2b.05b': byItself(percent(['copies.withdrawn'], [...stock, 'copies.withdrawn'])),
  'M2b.06': atEnd(total('digitization.documents')),
  'M2b.07': atEnd(percent(['digitization.documents'], [...stock, 'digitization.documents'])),
  'M2b.08': added(total('digitization.titles')),
  'M2b.09': added(total('catalogue.digitalAcquired')),
  'M2b.10': atEnd(total('catalogue.linksUsed')),
  'M2b.11': added(total('digitization.pages')),
  'M2b.12a1': added(total('digitization.pages.rare')),
  'M2b.12a2': added(total('digitization.pages.ancient')),
  'M2b.12a3': added(total('digitization.pages.local_history')),
  'M2b.12a4': added(total('digitization.pages.out_of_copyright')),
  'M2b.12a5': added(total('digitization.pages.endogenous')),
  'M2b.12a6': added(total('digitization.pages.special_value')),
  'M2b.12a7': added(total('digitization.pages.other')),
  'M2b.12b1': added(total('digitization.titles.rare')),
  'M2b.12b2': added(total('digitization.titles.ancient')),
  'M2b.12b3': added(total('digitization.titles.local_history')),
  'M2b.12b4': added(total('digitization.titles.out_of_copyright')),
  'M2b.12b5': added(total('digitization.titles.endogenous')),
  'M2b.12b6': added(total('digitization.titles.special_value')),
  'M2b.12b7': added(total('digitization.titles.other')),
  'M2b.13': byItself(percent(['digitization.pagesFirstTime'], ['digitization.pages'])),
  'M2b.14a': atEnd(total('digitization.collections')),
  'M2b.14b': atEnd(total('digitization.collected')),
  'M2b.15': atEnd(percent(['digitization.described'], ['digitization.documents'])),
  'M2b.16': byItself(percent(['preservation.copiesIntact'], ['preservation.copiesChecked'])),
  'M2b.17a': atEnd(inUnits('preservation.bytes', 1_000_000_000)),
  'M2b.17b': atEnd(percent(['preservation.safeBytes'], ['preservation.bytes'])),
  'M2b.18': perPerson,
  'M2b.19a': added(total('stocktake.extra')),
  'M2b.19b': added(total('stocktake.missing')),
  'M2b.19c': added(total('stocktake.misplaced')),
}

const services: Record<string, Recomputed> = {
  'M2c.01a': added(total('products.bibliography')),
  'M2c.01b': added(total('products.review')),
  'M2c.01c': added(total('products.articles')),
  'M2c.01d': added(total('products.other')),
  'M2c.02': added(total('activities.userTrainings')),
  'M2c.03': added(total('activities.userTrainingPeople')),
  'M2c.04': added(total('activities.supports')),
  'M2c.05': byItself(total('activities.librariesSupported', 'network.pointsSupported')),
  'M2c.06': atEnd(total('cooperation.interconnections')),
  'M2c.07': atEnd(total('cooperation.librariesConnected')),
  'M2c.08': added(total('network.exchanges')),
  'M2c.08a': added(total('network.documentsSent')),
  'M2c.08b': added(total('network.documentsReceived')),
  'M2c.09': atEnd(total('cooperation.memberships')),
  'M2c.10a': added(total('rotation.shipments')),
  'M2c.10b': added(total('rotation.copies')),
  'M2c.10c': byItself(total('rotation.points')),
  'M2c.11a': added(total('rotation.sessions')),
  'M2c.11b': added(total('rotation.sessionReaders')),
  'M2c.11c': added(total('rotation.sessionDocuments')),
  'M2c.12a': added(total('activities.displays')),
  'M2c.12b': added(total('activities.displayCopies')),
  'M2c.12c': added(total('activities.displayPeople')),
  'M2c.13a': added(total('activities.promotions')),
  'M2c.13b': added(total('activities.promotionPeople')),
  'M2c.14': added(total('activities.media')),
}

const staffAndGifts: Record<string, Recomputed> = {
  'M2d.01': atEnd(total(...staff)),
  'M2d.01a1': atEnd(total('staff.people.doctorate', 'staff.counted.doctorate')),
  'M2d.01a2': atEnd(total('staff.people.master', 'staff.counted.master')),
  'M2d.01a3': atEnd(total('staff.people.bachelor', 'staff.counted.bachelor')),
  'M2d.01a4': atEnd(total('staff.people.college', 'staff.counted.college')),
  'M2d.01a5': atEnd(total('staff.people.intermediate', 'staff.counted.intermediate')),
  'M2d.01a6': atEnd(total('staff.people.other', 'staff.counted.other')),
  'M2d.02': atEnd(total('staff.plans')),
  'M2d.03a': added(total('staff.attendances')),
  'M2d.03b': added(total('staff.digitalAttendances')),
  'M2d.04a': atEnd(percent(['staff.digitallyTrained', 'staff.digitallyTrainedCounted'], staff)),
  'M2d.04b': atEnd(percent(['staff.digitallySkilled', 'staff.digitallySkilledCounted'], staff)),
  'M2d.05a': added(total('activities.staffTrainings')),
  'M2d.05b': added(total('activities.staffTrainingPeople')),
  'M3.01a': added(inUnits('cooperation.givenAtHome', million)),
  'M3.01b': added(inUnits('cooperation.givenAbroad', million)),
  'M3.02': added(inUnits('cooperation.givenForTechnology', million)),
  'M3.03a': byItself(total('cooperation.givingOrganisations')),
  'M3.03b': byItself(total('cooperation.givingPeople')),
  'M3.04a': added(total('cooperation.copiesGiven')),
  'M3.04b': added(total('cooperation.equipmentGiven')),
}

const programme206: Record<string, Recomputed> = {
  'D206.01': atEnd(percent(['facilities.infrastructureMet'], ['facilities.infrastructure'])),
  // Yes or no: a site, a service on it, and what it gives on, all three.
  'D206.02': atEnd((count) => {
    const [sites, services, given] = [
      count('facilities.websites'),
      count('facilities.readerServices'),
      count('facilities.openKnowledge'),
    ]
    return sites > 0 && services > 0 && given > 0 ? 1 : 0
  }),
  'D206.03': atEnd(percent(['digitization.digitized206'], ['digitization.registered206'])),
  'D206.04': atEnd(percent(['staff.retrained', 'staff.retrainedCounted'], staff)),
  'D206.05': atEnd(percent(['network.withWebsite'], ['network.surveyed'])),
  'D206.06': atEnd(percent(['digitization.digitizedEndogenous'], ['digitization.registeredEndogenous'])),
  'D206.07': atEnd(percent(['network.managed'], ['network.surveyed'])),
}

const abroadAndAssociation: Record<string, Recomputed> = {
  'HT.01': atEnd(total('cooperation.projects')),
  'HT.02a': added(inUnits('cooperation.givenAbroadUsd', 100)),
  'HT.02b': added(inUnits('cooperation.givenAbroad', million)),
  'HT.03a': byItself(total('activities.delegationsOut', 'cooperation.delegationsOut')),
  'HT.03b': byItself(total('activities.delegationsIn', 'cooperation.delegationsIn')),
  'HT.03c': byItself(total('activities.delegates', 'cooperation.delegates')),
  'HT.04': added(total('activities.international')),
  'HT.05': atEnd(total('cooperation.agreementsAbroad')),
  'HT.06': added(total('cooperation.reportsSent')),
  'HV.01a': atEnd(total('association.branches')),
  'HV.01b': atEnd(total('association.members')),
  'HV.02': added(total('association.admitted')),
  'HV.03a': atEnd(inUnits('association.duesOwed', million)),
  'HV.03b': atEnd(inUnits('association.duesPaid', million)),
  'HV.03c': atEnd(percent(['association.duesPaid'], ['association.duesOwed'])),
  'HV.04': atEnd(inUnits('association.otherIncome', million)),
  'HV.05': atEnd(total('association.friendlyPoints')),
  'HV.06a': atEnd(total('association.awardDecisions')),
  'HV.06b': atEnd(total('association.awardsToPersons')),
  'HV.06c': atEnd(total('association.awardsToUnits')),
  'HV.07a': added(total('activities.bookDays')),
  'HV.07b': added(total('activities.bookDayPeople')),
  'HV.07c': added(total('activities.bookDayGifts')),
}

/** What the sheet of seven groups asks for once more, under the letter’s code. */
export const sheetOfLetter: Readonly<Record<string, string>> = {
  'g.1': 'M2a.01',
  'g.2': 'M2b.01',
  'g.3a': 'M2b.04b',
  'g.3b': 'M2b.03',
  'g.4': 'M2a.10',
  'g.6': 'M2a.14',
  'g.7': 'M2b.18',
}

const ofLetter: Record<string, Recomputed> = {
  ...plans,
  ...placesAndPeople,
  ...stockAndFiles,
  ...services,
  ...staffAndGifts,
  ...programme206,
  ...abroadAndAssociation,
}

/** Every figure of the catalogue, worked out from its words once more. */
export const figures: Readonly<Record<string, Recomputed>> = {
  ...ofLetter,
  ...Object.fromEntries(Object.entries(sheetOfLetter).map(([sheet, letter]) => [sheet, ofLetter[letter]])),
  'g.5': byItself(total('readers.visits', 'rotation.outsideMobile')),
} as Record<string, Recomputed>

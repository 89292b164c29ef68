import { useTranslation } from 'react-i18next'
import type { Json } from '../../shared/contract.ts'
import { displayDate, displayInstant } from '../../shared/dates.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { useQuery } from '../app/operations.ts'
import { useCan } from '../app/permissions.ts'
import { useTermName } from '../settings/index.ts'
import { useNumberText } from '../ui/use-number-text.ts'
import { isBlank } from './row-changes.ts'

type Shown = (value: string) => string

const recordNumbers = ['title.hostId', 'title.mergedIntoId', 'copy.titleId', 'titleClass.titleId']
const sitePlaces = [
  'copy.siteId',
  'copyPast.siteId',
  'store.siteId',
  'openingBalance.siteId',
  'stocktake.siteId',
  'room.siteId',
  'servicePoint.siteId',
  'equipment.siteId',
  'connection.siteId',
  'staffPosting.siteId',
  'mobileRoute.siteId',
  'mobileSession.siteId',
]
const storePlaces = ['copy.storeId', 'copyPast.storeId', 'stocktake.storeId']

/** Codes whose words stand elsewhere already. */
const wordsOfCode: Readonly<Record<string, string>> = {
  'accessionSeries.materials': 'catalogue.materials',
  'authority.kind': 'catalogue.authorityKinds',
  'copy.condition': 'copies.conditions',
  'copy.status': 'copies.statuses',
  'copyPast.condition': 'copies.conditions',
  'openingBalance.material': 'catalogue.materials',
  'openingBalance.source': 'catalogue.sources',
  'allocation.purpose': 'plans.purposes',
  'allocation.source': 'activities.moneySources',
  'indicatorTarget.direction': 'plans.directions',
  'indicatorTarget.scope': 'plans.scopes',
  'milestone.taskGroup': 'plans.taskGroups',
  'milestone.workshopGroup': 'plans.workshopGroups',
  'policyDocument.field': 'plans.documentFields',
  'policyDocument.kind': 'plans.documentKinds',
  'policyDocument.origin': 'plans.origins',
  'policyStage.stage': 'plans.stages',
  'roadmap.kind': 'plans.roadmapKinds',
  'product.groupBy': 'products.groups',
  'product.kind': 'products.kinds',
  'registerBook.register': 'registers.kinds',
  'serialIssue.state': 'catalogue.issueStates',
  'stocktake.material': 'catalogue.materials',
  'stocktake.state': 'stocktake.states',
  'subscription.frequency': 'catalogue.frequencies',
  'subscription.source': 'catalogue.sources',
  'title.classes': 'catalogue.specialClasses',
  'title.digitalOrigin': 'catalogue.digitalOrigins',
  'title.material': 'catalogue.materials',
  'titleClass.class': 'catalogue.specialClasses',
  'titleTemplate.material': 'catalogue.materials',
  'voucher.source': 'catalogue.sources',
  'withdrawal.ground': 'copies.grounds',
  'checklistState.state': 'facilities.checklistStates',
  'connection.kind': 'facilities.connectionKinds',
  'equipment.kind': 'facilities.equipmentKinds',
  'equipment.purpose': 'facilities.purposes',
  'equipment.source': 'facilities.sources',
  'equipmentEvent.kind': 'facilities.eventKinds',
  'mobileSession.state': 'rotation.sessionStates',
  'onlineService.kind': 'facilities.serviceKinds',
  'retirement.disposal': 'facilities.disposals',
  'room.kind': 'facilities.roomKinds',
  'room.source': 'facilities.sources',
  'shipmentCopy.outcome': 'rotation.outcomes',
  'software.licence': 'facilities.licences',
  'software.purpose': 'facilities.softwarePurposes',
  'staffAssessment.manner': 'staff.manners',
  'staffHeadcountRow.qualification': 'staff.qualifications',
  'staffPosting.contract': 'staff.contracts',
  'staffPosting.qualification': 'staff.qualifications',
  'staffPosting.speciality': 'staff.specialities',
  'staffPosting.workload': 'staff.workloads',
  'trainingCourse.topic': 'staff.topics',
  'exchange.direction': 'network.directions',
  'exchange.kind': 'network.exchangeKinds',
  'minimumCondition.kind': 'network.conditionKinds',
  'minimumCondition.measure': 'network.measures',
  'servicePointAnswer.managed': 'network.answers',
  'servicePointAnswer.website': 'network.answers',
  'servicePoint.model': 'network.models',
  'servicePointIdentity.kind': 'network.kinds',
  'labelBatch.by': 'labels.by',
  'labelBatch.kind': 'labels.kinds',
  'labelTemplate.kind': 'labels.kinds',
  'weeding.disposal': 'weeding.disposals',
  'weeding.stage': 'weeding.stages',
  'weedingItem.disposal': 'weeding.disposals',
  'weedingItem.ground': 'copies.grounds',
  'weedingItem.state': 'weeding.itemStates',
  'weedingPaper.kind': 'weeding.papers',
}

/** SQLite has no booleans: 1 and 0 of these are yes and no. */
const isClaim = /\.(is|has)[A-Z]/

/** Numbers that are names (years, positions) keep their digits together; the others are grouped. */
const groupedNumbers = new Set([
  'allocation.amount',
  'copy.priceMinor',
  'disbursement.amount',
  'figure.value',
  'indicatorTarget.value',
  'openingBalance.copies',
  'openingBalance.titles',
  'stocktake.expected',
  'voucher.statedAmountMinor',
])

/** Codes as names, dates as here, blanks as a word; `place` is `table.column`. */
export function useValueWords() {
  const { t } = useTranslation()
  const number = useNumberText()
  const languageName = useTermName('language')
  const provinceName = useTermName('province')
  const formerName = useTermName('formerProvince')
  const userName = useUserName()
  const { siteName, storeName } = usePlaceNames()
  const shownBy: Record<string, Shown> = {
    ...Object.fromEntries(recordNumbers.map((place) => [place, (id) => t('journal.values.record', { id })])),
    ...Object.fromEntries(sitePlaces.map((place) => [place, siteName])),
    ...Object.fromEntries(storePlaces.map((place) => [place, storeName])),
    'title.language': languageName,
    'openingBalance.language': languageName,
    'signIn.userId': userName,
    'signIn.outcome': (outcome) => t(runtimeKey(`journal.values.outcomes.${outcome}`)),
    'user.role': (role) => t(runtimeKey(`users.roles.${role}`)),
    'user.disabledAt': displayInstant,
    'library.language': (language) => t(runtimeKey(`common.languages.${language}`)),
    'library.provinceCode': provinceName,
    'library.formerProvinceCode': formerName,
    'stocktake.plannedFrom': displayDate,
    'stocktake.plannedTo': displayDate,
    'period.state': (state) => t(runtimeKey(`journal.values.periodStates.${state}`)),
    'period.preparedById': userName,
    'period.checkedById': userName,
    'period.checkedAt': displayInstant,
    'period.signedById': userName,
    'period.signedAt': displayInstant,
    'figure.status': (status) =>
      status === 'known' ? t('journal.values.known') : t(runtimeKey(`ui.figure.${status}`)),
  }
  return (place: string, value: Json): string => {
    if (isBlank(value)) return t('journal.rows.blank')
    const plain = typeof value === 'string' ? value : JSON.stringify(value)
    const shown = shownBy[place]
    if (shown) return shown(plain)
    const words = wordsOfCode[place]
    if (words)
      return plain
        .split(' ')
        .map((code) => t(runtimeKey(`${words}.${code}`)))
        .join(', ')
    if (isClaim.test(place)) return t(value === 1 ? 'journal.values.yes' : 'journal.values.no')
    if (/On$|\.asOf$/.test(place)) return displayDate(plain)
    if (place.endsWith('At')) return displayInstant(plain)
    return typeof value === 'number' && groupedNumbers.has(place) ? number(value) : plain
  }
}

/** Names are no part of the journal; who may not list the users sees their numbers. */
function useUserName(): Shown {
  const { t } = useTranslation()
  const can = useCan()
  const users = useQuery('users.list', {}, { isActive: can('users.manage') }).value
  return (id) => users?.find((user) => user.id === Number(id))?.name ?? t('journal.values.user', { id })
}

/** A place by the name it has today; one that is not there any more keeps its number. */
function usePlaceNames(): { siteName: Shown; storeName: Shown } {
  const can = useCan()
  const sites = useQuery('copies.sites', {}, { isActive: can('copies.read') }).value ?? []
  const nameOf = (places: readonly { id: number; name: string }[]) => (id: string) =>
    places.find((place) => place.id === Number(id))?.name ?? id
  return { siteName: nameOf(sites), storeName: nameOf(sites.flatMap(({ stores }) => stores)) }
}

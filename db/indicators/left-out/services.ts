import { sql } from 'kysely'
import { digitizingKinds, readingKinds } from '../../../shared/facilities/rules.ts'
import { pointKinds } from '../../../shared/network/contract.ts'
import { policyStages } from '../../../shared/plans/contract.ts'
import { forEach, rule, type LeftOutRules } from './rule.ts'

const closedPoints = rule('closed', ({ to }) => sql`select id from servicePoint where closedOn <= ${to}`)

const exchangeRules = [
  rule('refused', ({ to }) => sql`select id from exchange where refusedOn <= ${to}`),
  rule('not_sent', ({ to }) => sql`select id from exchange where sentOn is null and askedOn <= ${to}`),
]

const sessionsNotHeld = rule(
  'not_held',
  ({ from, to }) =>
    sql`select id from mobileSession where state != 'done' and "on" between ${from} and ${to}`,
)
const removedWithin = (table: string, day: string) =>
  rule(
    'removed',
    ({ from, to }) => sql`select id from ${sql.table(table)}
      where removedOn is not null and ${sql.ref(day)} between ${from} and ${to}`,
  )
const removedBy = (table: string, day: string) =>
  rule(
    'removed',
    ({ to }) =>
      sql`select id from ${sql.table(table)} where removedOn is not null and ${sql.ref(day)} <= ${to}`,
  )
const endedBy = (table: string) =>
  rule(
    'ended',
    ({ to }) => sql`select id from ${sql.table(table)} where endedOn <= ${to} and removedOn is null`,
  )
const expiredBy = (table: string) =>
  rule(
    'expired',
    ({ to }) => sql`select id from ${sql.table(table)} where endsOn < ${to} and removedOn is null`,
  )
const unvalued = rule(
  'no_value',
  ({ from, to }) => sql`select id from gift
    where amountVnd is null and removedOn is null and receivedOn between ${from} and ${to}`,
)
const inDiary = rule(
  'double',
  ({ from, to }) => sql`select id from delegation
    where activityId is not null and removedOn is null and startsOn between ${from} and ${to}`,
)

const equipmentNotWorking = (kinds: readonly string[], purpose: string | null) =>
  rule(
    'not_working',
    ({ to }) => sql`select id from equipment where kind in (${sql.join(kinds)}) and acquiredOn <= ${to}
      ${purpose === null ? sql`` : sql`and purpose = ${purpose}`}`,
  )
const unmeasured = rule(
  'not_measured',
  ({ to }) => sql`select id from room where kind in (${sql.join(readingKinds)}) and openedOn <= ${to}
    and (closedOn is null or closedOn > ${to})`,
)

export const services: LeftOutRules = {
  ...forEach(
    ['network.points', ...pointKinds.map((kind) => `network.points.${kind}` as const)],
    closedPoints,
  ),
  ...forEach(['network.exchanges', 'network.documentsSent', 'network.documentsReceived'], ...exchangeRules),
  'readers.cardsValid': [
    rule('ended', ({ to }) => sql`select id from readerCard where endedOn <= ${to}`),
    rule('expired', ({ to }) => sql`select id from readerCard where expiresOn < ${to} and issuedOn <= ${to}`),
  ],
  ...forEach(
    ['rotation.shipments', 'rotation.points'],
    rule('not_sent', ({ to }) => sql`select id from shipment where sentOn is null and preparedOn <= ${to}`),
  ),
  'rotation.copies': [
    rule(
      'not_sent',
      ({ to }) => sql`select held.id from shipmentCopy as held join shipment on shipment.id = held.shipmentId
        where shipment.sentOn is null and shipment.preparedOn <= ${to}`,
    ),
  ],
  'rotation.sessions': [sessionsNotHeld],
  'rotation.sessionReaders': [
    sessionsNotHeld,
    rule(
      'blank',
      ({ from, to }) => sql`select id from mobileSession where state = 'done' and children is null
        and adults is null and "on" between ${from} and ${to}`,
    ),
  ],
  'rotation.sessionDocuments': [
    sessionsNotHeld,
    rule(
      'blank',
      ({ from, to }) => sql`select id from mobileSession where state = 'done' and documents is null
        and "on" between ${from} and ${to}`,
    ),
  ],
  ...forEach(
    ['plans.documents', ...policyStages.map((stage) => `plans.documents.${stage}` as const)],
    rule(
      'removed',
      ({ from, to }) => sql`select documentId as id from policyStage
        join policyDocument as document on document.id = documentId
        where document.removedOn is not null and "on" between ${from} and ${to}`,
    ),
    rule(
      'no_day',
      ({ from, to }) => sql`select id from policyDocument as document where removedOn is null
        and issuedOn between ${from} and ${to}
        and not exists (select 1 from policyStage where documentId = document.id)`,
    ),
  ),
  'plans.roadmapsValid': [
    removedBy('roadmap', 'startsOn'),
    rule(
      'not_approved',
      ({ to }) => sql`select id from roadmap where approvedOn is null or approvedOn > ${to}`,
    ),
    rule('replaced', ({ to }) => sql`select id from roadmap where replacedOn <= ${to}`),
    rule('expired', ({ to }) => sql`select id from roadmap where endsOn < ${to}`),
  ],
  'plans.milestonesDue': [
    rule(
      'removed',
      ({ to }) => sql`select milestone.id from milestone join roadmap on roadmap.id = roadmapId
        where roadmap.removedOn is not null and dueOn <= ${to}`,
    ),
    rule(
      'not_approved',
      ({ to }) => sql`select milestone.id from milestone join roadmap on roadmap.id = roadmapId
        where (approvedOn is null or approvedOn > ${to}) and dueOn <= ${to}`,
    ),
  ],
  'plans.allocated': [
    rule(
      'removed',
      ({ to }) => sql`select id from allocation where removedOn is not null and allocatedOn <= ${to}
        and year = ${Number(to.slice(0, 4))}`,
    ),
    rule(
      'other_purpose',
      ({ to }) => sql`select id from allocation where purpose != 'modernization' and allocatedOn <= ${to}
        and year = ${Number(to.slice(0, 4))}`,
    ),
  ],
  'plans.spent': [
    rule(
      'other_purpose',
      ({ to }) => sql`select disbursement.id from disbursement join allocation on allocation.id = allocationId
        where purpose != 'modernization' and "on" <= ${to} and year = ${Number(to.slice(0, 4))}`,
    ),
  ],
  'cooperation.projects': [removedBy('cooperationProject', 'startsOn'), endedBy('cooperationProject')],
  ...forEach(
    ['cooperation.agreementsAbroad', 'cooperation.interconnections'],
    removedBy('agreement', 'startsOn'),
    endedBy('agreement'),
    expiredBy('agreement'),
  ),
  'cooperation.memberships': [removedBy('membership', 'since'), endedBy('membership')],
  ...forEach(
    ['cooperation.delegationsOut', 'cooperation.delegationsIn', 'cooperation.delegates'],
    removedWithin('delegation', 'startsOn'),
    inDiary,
  ),
  ...forEach(
    ['cooperation.givenAtHome', 'cooperation.givenAbroad', 'cooperation.givenForTechnology'],
    removedWithin('gift', 'receivedOn'),
    unvalued,
  ),
  ...forEach(['cooperation.copiesGiven', 'cooperation.equipmentGiven'], removedWithin('gift', 'receivedOn')),
  'association.branches': [rule('closed', ({ to }) => sql`select id from branch where closedOn <= ${to}`)],
  'association.members': [rule('ended', ({ to }) => sql`select id from member where leftOn <= ${to}`)],
  'association.awardDecisions': [
    rule(
      'double',
      ({ to }) => sql`select id from award where decidedOn between ${`${to.slice(0, 4)}-01-01`} and ${to}`,
    ),
  ],
  ...forEach(['facilities.readingArea', 'facilities.readingSeats'], unmeasured),
  'facilities.computersForWork': [equipmentNotWorking(['computer'], 'work')],
  'facilities.computersForReaders': [equipmentNotWorking(['computer'], 'readers')],
  'facilities.digitizers': [equipmentNotWorking([...digitizingKinds], null)],
  'facilities.sites': [rule('closed', ({ to }) => sql`select id from site where closedOn <= ${to}`)],
  'facilities.librarySoftware': [
    rule('ended', ({ to }) => sql`select id from software where untilOn <= ${to}`),
    rule('other_purpose', ({ to }) => sql`select id from software where fromOn <= ${to}`),
  ],
  ...forEach(
    ['facilities.websites', 'facilities.readerServices', 'facilities.openKnowledge'],
    rule('ended', ({ to }) => sql`select id from onlineService where untilOn <= ${to}`),
  ),
  'staff.people': [rule('ended', ({ to }) => sql`select id from staffMember where endsOn <= ${to}`)],
}

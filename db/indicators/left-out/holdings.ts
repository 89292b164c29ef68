import { sql } from 'kysely'
import { acquisitionSources, type AcquisitionSource } from '../../../shared/catalogue/contract.ts'
import { priorityClasses, type PriorityClass } from '../../../shared/digitization/contract.ts'
import { addDays } from '../../../shared/dates.ts'
import { productKinds } from '../../../shared/products/contract.ts'
import type { Span } from '../../measures.ts'
import { forEach, rule, type LeftOutRules } from './rule.ts'

const removedTitles = rule(
  'removed',
  ({ to }) => sql`select id from title where removedOn <= ${to} and addedOn <= ${to}`,
)
const openSources = rule(
  'open_source',
  ({ to }) =>
    sql`select id from title where digitalOrigin = 'open' and addedOn <= ${to} and removedOn is null`,
)

/** Copies that came with a delivery of one source, or of any. */
const cameIn = (of: 'id' | 'titleId', source: AcquisitionSource | null) => {
  const copies = sql`select copy.${sql.ref(of)} as id from copy join voucher on voucher.id = voucherId
    where ${source === null ? sql`true` : sql`source = ${source}`}`
  const within = ({ from, to }: Span) => sql`accessionedOn between ${from} and ${to}`
  return [
    rule('cancelled', (span) => sql`${copies} and cancelledOn is not null and ${within(span)}`),
    rule('opening', (span) => sql`${copies} and isOpening = 1 and ${within(span)}`),
    rule('merged', (span) => sql`${copies} and voucher.mergerId is not null and ${within(span)}`),
  ]
}

const passed = (day: string) => sql`select event.jobId from digitizationEvent as event
  where event.kind = 'finished' and event.stageKind = 'check' and event."on" <= ${day}
    and not exists (select 1 from digitizationEvent as undo where undo.ofEventId = event.id and undo."on" <= ${day})`
const ended = (day: string) => sql`select event.jobId from digitizationEvent as event
  where event.kind = 'finished' and event.toStageId is null and event."on" <= ${day}
    and not exists (select 1 from digitizationEvent as undo where undo.ofEventId = event.id and undo."on" <= ${day})`
const ofClass = (name: PriorityClass | null) => (name === null ? sql`true` : sql`job.class = ${name}`)

/** Titles of jobs that were worked at by the end of the days, none of which is through. */
const unfinished = (name: PriorityClass | null) =>
  rule(
    'not_finished',
    ({ to }) => sql`select job.titleId as id from digitizationJob as job
      where ${ofClass(name)}
        and exists (select 1 from digitizationEvent as began where began.jobId = job.id and began."on" <= ${to})
        and job.titleId not in (select other.titleId from digitizationJob as other where other.id in (${ended(to)}))`,
  )

const titleRules = (name: PriorityClass | null) => [
  rule(
    'double',
    ({ from, to }) => sql`select job.titleId as id from digitizationJob as job
      where ${ofClass(name)} and job.id in (${ended(to)})
        and exists (select 1 from digitizationEvent as event where event.jobId = job.id and event.kind = 'finished'
          and event.toStageId is null and event."on" between ${from} and ${to})`,
  ),
  unfinished(name),
]

/** Jobs whose pages were counted and that have not passed the check of quality. */
const unchecked = (name: PriorityClass | null, isFirstTime: boolean) =>
  rule(
    'not_accepted',
    ({ to }) => sql`select job.id from digitizationJob as job
      where ${ofClass(name)} and job.id not in (${passed(to)})
        and exists (select 1 from digitizationEvent as counted
          where counted.jobId = job.id and counted.pages > 0 and counted."on" <= ${to})
        ${
          isFirstTime
            ? sql`and not exists (select 1 from digitizationEvent as back
                where back.jobId = job.id and back.kind = 'sent_back' and back.stageKind = 'check')`
            : sql``
        }`,
  )

const pageRules = (name: PriorityClass | null) => [
  unchecked(name, false),
  rule(
    'double',
    ({ from, to }) => sql`select job.id from digitizationJob as job
      where ${ofClass(name)} and job.id in (${passed(addDays(from, -1))})
        and exists (select 1 from digitizationEvent as again where again.jobId = job.id
          and again.kind = 'finished' and again.stageKind = 'check' and again."on" between ${from} and ${to})`,
  ),
  rule(
    'no_pages',
    ({ from, to }) => sql`select job.id from digitizationJob as job
      where ${ofClass(name)} and exists (select 1 from digitizationEvent as passing where passing.jobId = job.id
          and passing.kind = 'finished' and passing.stageKind = 'check' and passing."on" between ${from} and ${to})
        and not exists (select 1 from digitizationEvent as counted
          where counted.jobId = job.id and counted.pages > 0)`,
  ),
]

export const holdings: LeftOutRules = {
  'copies.held': [
    rule(
      'cancelled',
      ({ to }) => sql`select id from copy where cancelledOn is not null and accessionedOn <= ${to}`,
    ),
    rule(
      'withdrawn',
      ({ to }) => sql`select id from copy where withdrawnOn <= ${to} and accessionedOn <= ${to}`,
    ),
  ],
  'copies.titlesHeld': [
    rule(
      'withdrawn',
      ({ to }) => sql`select titleId as id from copy where withdrawnOn <= ${to} and cancelledOn is null`,
    ),
    rule(
      'no_copies',
      ({ to }) => sql`select id from title where addedOn <= ${to} and (removedOn is null or removedOn > ${to})
        and not exists (select 1 from copy where titleId = title.id and cancelledOn is null)`,
    ),
  ],
  'copies.accessioned': cameIn('id', null),
  'copies.titlesAccessioned': cameIn('titleId', null),
  ...Object.fromEntries(
    acquisitionSources.flatMap((source) => [
      [`copies.accessioned.${source}`, cameIn('id', source)],
      [`copies.titlesAccessioned.${source}`, cameIn('titleId', source)],
    ]),
  ),
  'copies.withdrawn': [
    rule(
      'cancelled',
      ({ from, to }) => sql`select id from copy
        where cancelledOn is not null and withdrawnOn between ${from} and ${to}`,
    ),
  ],
  ...forEach(
    ['stock.openingCopies', 'stock.openingTitles'],
    rule('filled', ({ to }) => sql`select id from openingBalance where asOf <= ${to}`),
  ),
  'catalogue.titles': [removedTitles],
  'catalogue.digitalDocuments': [openSources],
  'catalogue.digitalAcquired': [
    openSources,
    rule(
      'no_origin',
      ({ from, to }) => sql`select id from title where material = 'digital' and digitalOrigin is null
        and addedOn between ${from} and ${to} and removedOn is null`,
    ),
  ],
  'catalogue.linksUsed': [
    rule(
      'not_working',
      ({ from, to }) => sql`select titleId as id from linkCheck
        where isWorking = 0 and checkedOn between ${from} and ${to}`,
    ),
    rule(
      'not_checked',
      ({ from, to }) => sql`select id from title where material = 'link' and addedOn <= ${to}
        and (removedOn is null or removedOn > ${to}) and not exists (select 1 from linkCheck
          where titleId = title.id and checkedOn between ${from} and ${to})`,
    ),
  ],
  'catalogue.serialsTaken': [
    rule(
      'ended',
      ({ to }) => sql`select title.id from title join subscription on subscription.titleId = title.id
        where material = 'serial' and endsOn < ${to} and removedOn is null`,
    ),
  ],
  'digitization.documents': [openSources, unfinished(null)],
  'digitization.titles': titleRules(null),
  'digitization.pages': pageRules(null),
  'digitization.pagesFirstTime': [unchecked(null, true)],
  ...Object.fromEntries(
    priorityClasses.flatMap((name) => [
      [`digitization.titles.${name}`, titleRules(name)],
      [`digitization.pages.${name}`, pageRules(name)],
    ]),
  ),
  'digitization.collected': [
    rule(
      'removed',
      ({ to }) => sql`select titleId as id from digitalCollectionTitle where removedOn <= ${to}`,
    ),
  ],
  'digitization.collections': [
    rule('closed', ({ to }) => sql`select id from digitalCollection where closedOn <= ${to}`),
  ],
  'preservation.bytes': [
    rule('unreadable', ({ to }) => sql`select id from digitalFile where state = 'bad' and addedOn <= ${to}`),
    rule('ended', ({ to }) => sql`select id from digitalFile where goneOn <= ${to}`),
  ],
  'preservation.copiesChecked': [
    rule(
      'not_checked',
      ({ from, to }) => sql`select id from fileCopy where addedOn <= ${to} and removalId is null
        and not exists (select 1 from fixityCheck where copyId = fileCopy.id and "on" between ${from} and ${to})`,
    ),
  ],
  ...Object.fromEntries(
    productKinds.map((kind) => [
      `products.${kind}`,
      [rule('no_day', () => sql`select id from product where kind = ${kind} and issuedOn is null`)],
    ]),
  ),
}

import { sql } from 'kysely'
import { acquisitionSources } from '../../../shared/catalogue/contract.ts'
import { priorityClasses } from '../../../shared/digitization/contract.ts'
import { productKinds } from '../../../shared/products/contract.ts'
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

const cameIn = (of: 'id' | 'titleId') => [
  rule(
    'cancelled',
    ({ from, to }) => sql`select ${sql.ref(of)} as id from copy
      where cancelledOn is not null and accessionedOn between ${from} and ${to}`,
  ),
  rule(
    'opening',
    ({ from, to }) => sql`select copy.${sql.ref(of)} as id from copy join voucher on voucher.id = voucherId
      where isOpening = 1 and accessionedOn between ${from} and ${to}`,
  ),
  rule(
    'merged',
    ({ from, to }) => sql`select copy.${sql.ref(of)} as id from copy join voucher on voucher.id = voucherId
      where voucher.mergerId is not null and accessionedOn between ${from} and ${to}`,
  ),
]

/** Jobs that were worked at by the end of the days and are not through, told as jobs or as their titles. */
const unfinished = (of: 'id' | 'titleId') =>
  rule(
    'not_finished',
    ({ to }) => sql`select job.${sql.ref(of)} as id from digitizationJob as job
      where exists (select 1 from digitizationEvent as began where began.jobId = job.id and began."on" <= ${to})
        and not exists (select 1 from digitizationEvent as event where event.jobId = job.id
          and event.kind = 'finished' and event.toStageId is null and event."on" <= ${to}
          and not exists (select 1 from digitizationEvent as undo
            where undo.ofEventId = event.id and undo."on" <= ${to}))`,
  )

const pageRules = [
  rule(
    'not_accepted',
    ({ to }) => sql`select distinct counted.jobId as id from digitizationEvent as counted
      where counted.pages > 0 and counted."on" <= ${to}
        and not exists (select 1 from digitizationEvent as event where event.jobId = counted.jobId
          and event.kind = 'finished' and event.stageKind = 'check' and event."on" <= ${to}
          and not exists (select 1 from digitizationEvent as undo
            where undo.ofEventId = event.id and undo."on" <= ${to}))`,
  ),
  rule(
    'double',
    ({ from, to }) => sql`select again.jobId as id from digitizationEvent as again
      where again.kind = 'finished' and again.stageKind = 'check' and again."on" between ${from} and ${to}
        and exists (select 1 from digitizationEvent as first where first.jobId = again.jobId
          and first.kind = 'finished' and first.stageKind = 'check' and first."on" < ${from})`,
  ),
  rule(
    'no_pages',
    ({ from, to }) => sql`select passed.jobId as id from digitizationEvent as passed
      where passed.kind = 'finished' and passed.stageKind = 'check' and passed."on" between ${from} and ${to}
        and not exists (select 1 from digitizationEvent as counted
          where counted.jobId = passed.jobId and counted.pages > 0)`,
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
  ...forEach(
    ['copies.accessioned', ...acquisitionSources.map((each) => `copies.accessioned.${each}` as const)],
    ...cameIn('id'),
  ),
  ...forEach(
    [
      'copies.titlesAccessioned',
      ...acquisitionSources.map((each) => `copies.titlesAccessioned.${each}` as const),
    ],
    ...cameIn('titleId'),
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
  'digitization.documents': [openSources, unfinished('titleId')],
  ...forEach(
    ['digitization.titles', ...priorityClasses.map((each) => `digitization.titles.${each}` as const)],
    rule(
      'double',
      ({ from, to }) => sql`select job.titleId as id from digitizationEvent as event
        join digitizationJob as job on job.id = event.jobId
        where event.kind = 'finished' and event.toStageId is null and event."on" between ${from} and ${to}
          and exists (select 1 from digitizationEvent as first join digitizationJob as other on other.id = first.jobId
            where other.titleId = job.titleId and first.kind = 'finished' and first.toStageId is null
              and first."on" < ${from})`,
    ),
    unfinished('titleId'),
  ),
  ...forEach(
    ['digitization.pages', ...priorityClasses.map((each) => `digitization.pages.${each}` as const)],
    ...pageRules,
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

import { sql, type RawBuilder } from 'kysely'
import { declaredCodes, declaredType } from '../../shared/activities/contract.ts'
import type { CooperationMeasure } from '../../shared/cooperation/rules.ts'
import { displayDate } from '../../shared/dates.ts'
import { weighing, type Found, type Measure, type Span } from '../measures.ts'
import type { Reader } from '../connection.ts'
import { copiesOfGift, equipmentOfGift } from './gift-sums.ts'

type Label = Measure['label']
type Weighed = { id: number; weight: number }

/** By the key of a table, its name and a day. */
function labelBy(table: string, name: string, day: string): Label {
  return async (db, ids) => {
    const { rows } = await sql<{ id: number; label: string; day: string | null }>`
      select id, ${sql.ref(name)} as label, ${sql.ref(day)} as day from ${sql.table(table)}
      where id in (select value from json_each(${JSON.stringify(ids)}))`.execute(db)
    return rows.map(({ id, label, day: on }) => ({ id, label, detail: on === null ? '' : displayDate(on) }))
  }
}

type Counted = { rows: (span: Span) => RawBuilder<unknown>; isWeighed?: true }

function measure(tableName: string, label: Label, { rows, isWeighed }: Counted): Measure {
  return {
    tableName,
    label,
    async find(db, span) {
      const found = await read(db, rows(span))
      return isWeighed ? weighing(found) : ({ ids: found.map(({ id }) => id) } satisfies Found)
    },
  }
}

async function read(db: Reader, rows: RawBuilder<unknown>): Promise<Weighed[]> {
  return (await sql<Weighed>`select id, weight from (${rows}) order by id`.execute(db)).rows
}

const label = {
  project: labelBy('cooperationProject', 'name', 'startsOn'),
  agreement: labelBy('agreement', 'name', 'endsOn'),
  delegation: labelBy('delegation', 'programme', 'startsOn'),
  membership: labelBy('membership', 'body', 'since'),
  gift: labelBy('gift', 'what', 'receivedOn'),
  partner: labelBy('partner', 'name', 'closedOn'),
  report: labelBy('cooperationReport', 'year', 'madeOn'),
}

const stands = (on: string) => sql`removedOn is null and startsOn <= ${on}
  and (endedOn is null or endedOn > ${on})`
const valid = (on: string) => sql`${stands(on)} and (endsOn is null or endsOn >= ${on})`
const withForeigner = (table: string, owner: string, id: RawBuilder<unknown>) =>
  sql`exists (select 1 from ${sql.table(table)} as link join partner on partner.id = link.partnerId
    where link.${sql.ref(owner)} = ${id} and partner.origin = 'foreign')`

/** Gifts of the period that `which` allows, each weighing `weight`. */
const gifts = (which: RawBuilder<unknown>, weight: RawBuilder<unknown> = sql`gift.amountVnd`): Counted => ({
  isWeighed: true,
  rows: ({ from, to }) => sql`select gift.id, ${weight} as weight from gift
    where removedOn is null and receivedOn between ${from} and ${to} and ${which} and ${weight} > 0`,
})

/** Types of the diary that count as delegations by what the program declares. */
const diaryCodes = declaredCodes.filter((code) => declaredType(code).feeds.includes('delegation'))

/** A delegation that the diary of activities counts already, `which` way, is counted there alone. */
const notInDiary = (which: RawBuilder<unknown>) => sql`not exists (select 1 from activity as a
  join activityType as type on type.code = a.typeCode
  where a.id = delegation.activityId and a.removedOn is null and a.heldCount > 0 and ${which}
    and (a.typeCode in (${sql.join(diaryCodes)})
      or exists (select 1 from json_each(type.feeds) as feed where feed.value = 'delegation')))`

const delegations = (direction: 'out' | 'in'): Counted => ({
  rows: ({ from, to }) => sql`select id, 1 as weight from delegation
    where removedOn is null and startsOn between ${from} and ${to} and direction = ${direction}
      and ${notInDiary(sql`a.details ->> 'direction' = ${direction}`)}`,
})
const delegates: Counted = {
  isWeighed: true,
  rows: ({ from, to }) => sql`select id, leaders + librarians + others as weight from delegation
    where removedOn is null and startsOn between ${from} and ${to} and ${notInDiary(sql`a.attended > 0`)}`,
}

const always = sql`true`

/** Whoever gave in the period, each once: the rows are partners, or the first gift of a person who is none. */
const organisations: Counted = {
  rows: ({ from, to }) => sql`select distinct partnerId as id, 1 as weight from gift
    join partner on partner.id = gift.partnerId
    where removedOn is null and receivedOn between ${from} and ${to} and partner.kind != 'person'`,
}
const people: Counted = {
  rows: ({ from, to }) => sql`select min(gift.id) as id, 1 as weight from gift
    left join partner on partner.id = gift.partnerId
    where removedOn is null and receivedOn between ${from} and ${to}
      and (partner.kind = 'person' or partnerId is null and donorName != '')
    group by partnerId, donorName`,
}

export const measures = {
  'cooperation.projects': measure('cooperationProject', label.project, {
    rows: ({ to }) => sql`select id, 1 as weight from cooperationProject where ${stands(to)}
      and (country not in ('', 'Việt Nam')
        or ${withForeigner('projectPartner', 'projectId', sql`cooperationProject.id`)})`,
  }),
  'cooperation.agreementsAbroad': measure('agreement', label.agreement, {
    rows: ({ to }) => sql`select id, 1 as weight from agreement where ${valid(to)}
      and ${withForeigner('agreementPartner', 'agreementId', sql`agreement.id`)}`,
  }),
  'cooperation.interconnections': measure('agreement', label.agreement, {
    rows: ({ to }) =>
      sql`select id, 1 as weight from agreement where ${valid(to)} and kind = 'interconnection'`,
  }),
  'cooperation.librariesConnected': measure('partner', label.partner, {
    rows: ({ to }) => sql`select distinct partner.id, 1 as weight from agreement
      join agreementPartner as link on link.agreementId = agreement.id
      join partner on partner.id = link.partnerId
      where ${valid(to)} and agreement.kind = 'interconnection' and partner.kind = 'library'
        and partner.origin = 'domestic'`,
  }),
  'cooperation.memberships': measure('membership', label.membership, {
    rows: ({ to }) => sql`select id, 1 as weight from membership
      where removedOn is null and since <= ${to} and (endedOn is null or endedOn > ${to})`,
  }),
  'cooperation.delegationsOut': measure('delegation', label.delegation, delegations('out')),
  'cooperation.delegationsIn': measure('delegation', label.delegation, delegations('in')),
  'cooperation.delegates': measure('delegation', label.delegation, delegates),
  'cooperation.givenAtHome': measure('gift', label.gift, gifts(sql`origin = 'domestic'`)),
  'cooperation.givenAbroad': measure('gift', label.gift, gifts(sql`origin = 'foreign'`)),
  'cooperation.givenAbroadUsd': measure(
    'gift',
    label.gift,
    gifts(sql`origin = 'foreign' and currency = 'USD'`, sql`gift.amountMinor`),
  ),
  'cooperation.givenForTechnology': measure('gift', label.gift, gifts(sql`purpose = 'technology'`)),
  'cooperation.givingOrganisations': measure('partner', label.partner, organisations),
  'cooperation.givingPeople': measure('gift', label.gift, people),
  'cooperation.copiesGiven': measure('gift', label.gift, gifts(always, copiesOfGift)),
  'cooperation.equipmentGiven': measure('gift', label.gift, gifts(always, equipmentOfGift)),
  'cooperation.reportsSent': measure('cooperationReport', label.report, {
    rows: ({ from, to }) => sql`select min(id) as id, 1 as weight from (
        select report.id, report.year, max(sending.sentOn) as lastOn, count(*) = count(sending.sentOn) as isWhole
        from cooperationReport as report
        join cooperationReportSending as sending on sending.reportId = report.id
        where report.removedOn is null group by report.id) as sent
      where isWhole and lastOn between ${from} and ${to} and not exists (
        select 1 from cooperationReport as earlier where earlier.year = sent.year and earlier.id < sent.id
          and earlier.removedOn is null and not exists (select 1 from cooperationReportSending as other
            where other.reportId = earlier.id and other.sentOn is null)
        )
      group by sent.year`,
  }),
} satisfies Record<CooperationMeasure, Measure>

import type { TFunction } from 'i18next'
import type { Agreement, Delegation, Gift, Membership, Project } from '../../shared/cooperation/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import type { Reader } from '../connection.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { Block, CellValue, Column, OfficialDocument, Row } from '../documents/index.ts'
import { wordsIn } from '../words.ts'
import { readAgreements } from './agreements.ts'
import { amountText, donorText, numberText } from './amounts.ts'
import { readDelegations } from './delegations.ts'
import { findAgreements, findDelegations, findGifts, findMemberships, findProjects } from './finding.ts'
import { readGifts } from './gift-rows.ts'
import { frameOf } from './letterhead.ts'
import { readMemberships } from './memberships.ts'
import { readProjects } from './projects.ts'
import { readRule } from './rule.ts'
import {
  AgreementFilters,
  DelegationFilters,
  GiftFilters,
  MembershipFilters,
  ProjectFilters,
} from '../../shared/cooperation/contract.ts'

type Year = {
  projects: Project[]
  agreements: Agreement[]
  delegations: Delegation[]
  memberships: Membership[]
  gifts: Gift[]
}

/** What a year's co-operation was, as of its last day or of today within it. */
async function yearOf(db: Reader, year: number, on: string): Promise<Year> {
  const idsOf = (found: readonly { id: number }[]) => found.map(({ id }) => id)
  const projects = await readProjects(
    db,
    idsOf(await findProjects(db, ProjectFilters.parse({ year }), on)),
    on,
  )
  const agreements = await readAgreements(
    db,
    idsOf(await findAgreements(db, AgreementFilters.parse({}), on)),
    on,
  )
  const memberships = await readMemberships(
    db,
    idsOf(await findMemberships(db, MembershipFilters.parse({}), on)),
    on,
  )
  return {
    projects,
    agreements: agreements.filter(
      ({ startsOn, endsOn, endedOn }) =>
        startsOn <= on && [endsOn, endedOn].every((end) => end === null || end >= `${year}-01-01`),
    ),
    delegations: await readDelegations(
      db,
      idsOf(await findDelegations(db, DelegationFilters.parse({ year }))),
    ),
    memberships: memberships.filter(({ isActive }) => isActive),
    gifts: await readGifts(db, idsOf(await findGifts(db, GiftFilters.parse({ year })))),
  }
}

/** Báo cáo hoạt động hợp tác hằng năm as plain data: projects, what was received, people, agreements, memberships. */
export async function yearReport(
  db: Reader,
  { year, today }: { year: number; today: string },
): Promise<OfficialDocument> {
  const on = today < `${year}-12-31` ? today : `${year}-12-31`
  const { signerTitle, signerName, ...head } = await frameOf(db, { kind: 'BC', number: '', date: today })
  const t = wordsIn[head.language]
  const library = head.letterhead.issuingBody
  const all = await yearOf(db, year, on)
  const { recipients } = await readRule(db)
  return {
    ...head,
    kind: t('cooperation.report.kind'),
    subject: t('cooperation.report.subject', { library, year }),
    addressees: recipients,
    blocks: [
      { type: 'paragraph', text: t('cooperation.report.opening', { library, year, on: displayDate(on) }) },
      { type: 'heading', level: 1, text: t('cooperation.report.projects') },
      ...section(projectTable(all.projects, t), t),
      { type: 'heading', level: 1, text: t('cooperation.report.gifts') },
      ...section(giftTable(all.gifts, t), t),
      ...giftNotes(all.gifts, t),
      { type: 'heading', level: 1, text: t('cooperation.report.people') },
      ...section(delegationTable(all.delegations, t), t),
      { type: 'heading', level: 1, text: t('cooperation.report.agreements') },
      ...section(agreementTable(all.agreements, t), t),
      { type: 'heading', level: 1, text: t('cooperation.report.memberships') },
      ...section(membershipTable(all.memberships, { year, t }), t),
    ],
    signature: { capacity: signerTitle || t('cooperation.paper.director'), name: signerName },
    recipients: [t('cooperation.paper.asAbove'), t('cooperation.paper.filed')],
  }
}

type TableOf = { columns: [key: string, weight: number, kind?: 'number'][]; rows: Row[] }

/** A table, or the words that there was nothing. */
function section({ columns, rows }: TableOf, t: TFunction): Block[] {
  if (rows.length === 0) return [{ type: 'paragraph', text: t('cooperation.report.none') }]
  return [
    {
      type: 'table',
      columns: columns.map(([key, weight, kind]): Column => ({
        key,
        label: t(runtimeKey(`cooperation.paper.columns.${key}`)),
        weight,
        kind: kind ?? 'text',
      })),
      rows,
    },
  ]
}

const rowsOf = <Each>(all: readonly Each[], values: (each: Each) => Record<string, CellValue>): Row[] =>
  all.map((each, at) => ({ type: 'values', values: { number: at + 1, ...values(each) } }))

const days = (from: string, to: string | null, t: TFunction): string =>
  to === null
    ? t('cooperation.report.since', { from: displayDate(from) })
    : from === to
      ? displayDate(from)
      : `${displayDate(from)} – ${displayDate(to)}`

const names = (all: readonly { name: string }[]): string => all.map(({ name }) => name).join('; ')

function projectTable(projects: readonly Project[], t: TFunction): TableOf {
  return {
    columns: [
      ['number', 5, 'number'],
      ['project', 24],
      ['partner', 18],
      ['days', 15],
      ['value', 19],
      ['received', 19],
    ],
    rows: rowsOf(projects, (project) => ({
      project: [project.name, t(`cooperation.roles.${project.role}`), project.result]
        .filter(Boolean)
        .join('. '),
      partner: [names(project.partners), project.country].filter(Boolean).join(', '),
      days: days(project.startsOn, project.endedOn ?? project.endsOn, t),
      value: amountText(project, t),
      received: receivedText(project, t),
    })),
  }
}

function receivedText({ received, peopleSent, peopleReceived }: Project, t: TFunction): string {
  const parts = [
    received.valueVnd > 0 && amountText({ currency: 'VND', amountMinor: received.valueVnd }, t),
    received.copies > 0 && t('cooperation.report.copies', { shown: numberText(received.copies, t) }),
    received.equipment > 0 && t('cooperation.report.equipment', { shown: numberText(received.equipment, t) }),
    peopleSent !== null && t('cooperation.report.sent', { shown: numberText(peopleSent, t) }),
    peopleReceived !== null && t('cooperation.report.came', { shown: numberText(peopleReceived, t) }),
  ]
  return parts.filter(Boolean).join('; ')
}

function giftTable(gifts: readonly Gift[], t: TFunction): TableOf {
  const rows = rowsOf(gifts, (gift) => ({
    on: displayDate(gift.receivedOn),
    donor: donorText(gift, t),
    what: gift.what,
    quantity: gift.kind === 'books' ? gift.copies : sumOf(gift.items.map(({ quantity }) => quantity)),
    value: amountText(gift, t),
    vnd: gift.amountVnd,
  }))
  const total: Row = {
    type: 'total',
    values: { what: t('cooperation.report.total'), vnd: sumOf(gifts.map(({ amountVnd }) => amountVnd ?? 0)) },
  }
  return {
    columns: [
      ['number', 5, 'number'],
      ['on', 14],
      ['donor', 19],
      ['what', 19],
      ['quantity', 9, 'number'],
      ['value', 18],
      ['vnd', 16, 'number'],
    ],
    rows: rows.length === 0 ? [] : [...rows, total],
  }
}

const sumOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0)

function giftNotes(gifts: readonly Gift[], t: TFunction): Block[] {
  const unvalued = gifts.filter(({ amountVnd }) => amountVnd === null).length
  return unvalued === 0
    ? []
    : [{ type: 'paragraph', manner: 'note', text: t('cooperation.report.unvalued', { count: unvalued }) }]
}

function delegationTable(delegations: readonly Delegation[], t: TFunction): TableOf {
  return {
    columns: [
      ['number', 5, 'number'],
      ['direction', 11],
      ['programme', 30],
      ['country', 20],
      ['days', 20],
      ['people', 14, 'number'],
    ],
    rows: rowsOf(delegations, (each) => ({
      direction: t(`cooperation.directions.${each.direction}`),
      programme: [each.programme, each.result].filter(Boolean).join('. '),
      country: [each.partner?.name, each.country].filter(Boolean).join(', '),
      days: days(each.startsOn, each.endsOn, t),
      people: each.headcount,
    })),
  }
}

function agreementTable(agreements: readonly Agreement[], t: TFunction): TableOf {
  return {
    columns: [
      ['number', 5, 'number'],
      ['agreement', 38],
      ['partner', 25],
      ['days', 20],
      ['standing', 12],
    ],
    rows: rowsOf(agreements, (each) => ({
      agreement: [each.name, each.number].filter(Boolean).join(', '),
      partner: names(each.partners),
      days: days(each.startsOn, each.endedOn ?? each.endsOn, t),
      standing: t(`cooperation.standings.${each.standing}`),
    })),
  }
}

function membershipTable(
  memberships: readonly Membership[],
  { year, t }: { year: number; t: TFunction },
): TableOf {
  return {
    columns: [
      ['number', 5, 'number'],
      ['body', 45],
      ['scope', 16],
      ['since', 17],
      ['fee', 17],
    ],
    rows: rowsOf(memberships, ({ body, scope, since, currency, fees }) => ({
      body,
      scope: t(`cooperation.scopes.${scope}`),
      since: displayDate(since),
      fee: amountText({ currency, amountMinor: fees.find((fee) => fee.year === year)?.paidMinor ?? null }, t),
    })),
  }
}

import type { TFunction } from 'i18next'
import type { SpecOf } from '../../shared/contracts.ts'
import type {
  Agreement,
  Delegation,
  Gift,
  Membership,
  Partner,
  Project,
} from '../../shared/cooperation/contract.ts'
import { minorPerUnit } from '../../shared/cooperation/money.ts'
import { displayDate } from '../../shared/dates.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler, JobContext } from '../context.ts'
import { openList, type ListColumn } from '../documents/index.ts'
import { libraryWords } from '../words.ts'
import { readAgreements } from './agreements.ts'
import { donorText } from './amounts.ts'
import { readDelegations } from './delegations.ts'
import {
  findAgreements,
  findDelegations,
  findGifts,
  findMemberships,
  findPartners,
  findProjects,
  type Found,
} from './finding.ts'
import { readGifts } from './gift-rows.ts'
import { readMemberships } from './memberships.ts'
import { readProjects } from './projects.ts'
import { readPartners } from './reading.ts'

type Export = SpecOf<'cooperation.exportList'>
type Asked = Parameters<JobHandler<Export, never>['run']>[0]['list']
type Listed<Row> = {
  found: Found[]
  read: (ids: number[]) => Promise<Row[]>
  columns: ListColumn<Row>[]
}

const readAtOnce = 500
const fileNames: Record<Asked['of'], string> = {
  partners: 'doi-tac',
  projects: 'du-an-hop-tac',
  agreements: 'thoa-thuan',
  delegations: 'doan-ra-doan-vao',
  memberships: 'to-chuc-tham-gia',
  gifts: 'tai-tro-tang',
}

export const exportList: JobHandler<Export, never> = {
  async run({ list, format }, context) {
    const t = await libraryWords(context.db)
    const write = <Row>(listed: Listed<Row>) => written(listed, { of: list.of, format, t }, context)
    switch (list.of) {
      case 'partners':
        return write(await partnersListed(context, list.filters, t))
      case 'projects':
        return write(await projectsListed(context, list.filters, t))
      case 'agreements':
        return write(await agreementsListed(context, list.filters, t))
      case 'delegations':
        return write(await delegationsListed(context, list.filters, t))
      case 'memberships':
        return write(await membershipsListed(context, list.filters, t))
      case 'gifts':
        return write(await giftsListed(context, list.filters, t))
    }
  },
}

async function written<Row>(
  { found, read, columns }: Listed<Row>,
  { of, format, t }: { of: Asked['of']; format: 'xlsx' | 'csv'; t: TFunction },
  { today, progress, offerFile }: JobContext,
) {
  const file = await openList(format, columns, t(`cooperation.tabs.${of}`))
  for (let from = 0; from < found.length; from += readAtOnce) {
    progress(from, found.length)
    file.add(await read(found.slice(from, from + readAtOnce).map(({ id }) => id)))
  }
  progress(found.length, found.length)
  const name = `${fileNames[of]}-${today}.${format}`
  return { file: await offerFile(name, await file.finish()), rows: found.length }
}

type Context = { db: Reader; today: string }
type FiltersOf<Of extends Asked['of']> = Extract<Asked, { of: Of }>['filters']

function columnIn<Row>(t: TFunction) {
  return (key: string, width: number, value: ListColumn<Row>['value']): ListColumn<Row> => ({
    head: t(runtimeKey(`cooperation.fields.${key}`)),
    width,
    value,
  })
}

const names = (all: readonly { name: string }[]): string => all.map(({ name }) => name).join('; ')
const dayText = (day: string | null): string => (day === null ? '' : displayDate(day))
const inUnits = (amountMinor: number | null, currency: string): number | null =>
  amountMinor === null ? null : amountMinor / minorPerUnit(currency)

async function partnersListed({ db, today }: Context, filters: FiltersOf<'partners'>, t: TFunction) {
  const column = columnIn<Partner>(t)
  return {
    found: await findPartners(db, filters, today),
    read: (ids: number[]) => readPartners(db, ids),
    columns: [
      column('name', 50, ({ name }) => name),
      column('kind', 24, ({ kind }) => t(`cooperation.kinds.${kind}`)),
      column('origin', 16, ({ origin }) => t(`cooperation.origins.${origin}`)),
      column('country', 16, ({ country }) => country),
      column('contactName', 24, ({ contactName }) => contactName),
      column('phone', 16, ({ phone }) => phone),
      column('email', 26, ({ email }) => email),
      column('activities', 10, ({ activities }) => activities),
      column('projects', 10, ({ projects }) => projects),
      column('agreements', 10, ({ agreements }) => agreements),
      column('gifts', 10, ({ gifts }) => gifts),
      column('closedOn', 14, ({ closedOn }) => dayText(closedOn)),
    ],
  }
}

async function projectsListed({ db, today }: Context, filters: FiltersOf<'projects'>, t: TFunction) {
  const column = columnIn<Project>(t)
  return {
    found: await findProjects(db, filters, today),
    read: (ids: number[]) => readProjects(db, ids, today),
    columns: [
      column('name', 50, ({ name }) => name),
      column('role', 18, ({ role }) => t(`cooperation.roles.${role}`)),
      column('partners', 36, ({ partners }) => names(partners)),
      column('country', 16, ({ country }) => country),
      column('startsOn', 12, ({ startsOn }) => displayDate(startsOn)),
      column('endsOn', 12, ({ endsOn }) => dayText(endsOn)),
      column('state', 16, ({ state }) => t(`cooperation.states.${state}`)),
      column('amount', 16, ({ amountMinor, currency }) => inUnits(amountMinor, currency)),
      column('currency', 8, ({ currency }) => currency),
      column('rate', 10, ({ rate }) => rate),
      column('rateOn', 12, ({ rateOn }) => dayText(rateOn)),
      column('amountVnd', 18, ({ amountVnd }) => amountVnd),
      column('receivedVnd', 18, ({ received }) => received.valueVnd),
      column('copies', 10, ({ received }) => received.copies),
      column('peopleSent', 10, ({ peopleSent }) => peopleSent),
      column('peopleReceived', 10, ({ peopleReceived }) => peopleReceived),
    ],
  }
}

async function agreementsListed({ db, today }: Context, filters: FiltersOf<'agreements'>, t: TFunction) {
  const column = columnIn<Agreement>(t)
  return {
    found: await findAgreements(db, filters, today),
    read: (ids: number[]) => readAgreements(db, ids, today),
    columns: [
      column('name', 50, ({ name }) => name),
      column('number', 16, ({ number }) => number),
      column('kind', 22, ({ kind }) => t(`cooperation.agreementKinds.${kind}`)),
      column('partners', 36, ({ partners }) => names(partners)),
      column('signedOn', 12, ({ signedOn }) => dayText(signedOn)),
      column('startsOn', 12, ({ startsOn }) => displayDate(startsOn)),
      column('endsOn', 12, ({ endsOn }) => dayText(endsOn)),
      column('standing', 16, ({ standing }) => t(`cooperation.standings.${standing}`)),
    ],
  }
}

async function delegationsListed({ db }: Context, filters: FiltersOf<'delegations'>, t: TFunction) {
  const column = columnIn<Delegation>(t)
  return {
    found: await findDelegations(db, filters),
    read: (ids: number[]) => readDelegations(db, ids),
    columns: [
      column('startsOn', 12, ({ startsOn }) => displayDate(startsOn)),
      column('endsOn', 12, ({ endsOn }) => displayDate(endsOn)),
      column('direction', 10, ({ direction }) => t(`cooperation.directions.${direction}`)),
      column('programme', 50, ({ programme }) => programme),
      column('country', 18, ({ country }) => country),
      column('partnerId', 30, ({ partner }) => partner?.name ?? ''),
      column('headcount', 10, ({ headcount }) => headcount),
      column('result', 40, ({ result }) => result),
    ],
  }
}

async function membershipsListed({ db, today }: Context, filters: FiltersOf<'memberships'>, t: TFunction) {
  const column = columnIn<Membership>(t)
  return {
    found: await findMemberships(db, filters, today),
    read: (ids: number[]) => readMemberships(db, ids, today),
    columns: [
      column('body', 50, ({ body }) => body),
      column('scope', 16, ({ scope }) => t(`cooperation.scopes.${scope}`)),
      column('since', 12, ({ since }) => displayDate(since)),
      column('endedOn', 12, ({ endedOn }) => dayText(endedOn)),
      column('fee', 14, ({ feeMinor, currency }) => inUnits(feeMinor, currency)),
      column('currency', 8, ({ currency }) => currency),
      column('paidThisYear', 14, ({ paidThisYear, currency }) => inUnits(paidThisYear, currency)),
    ],
  }
}

async function giftsListed({ db }: Context, filters: FiltersOf<'gifts'>, t: TFunction) {
  const column = columnIn<Gift>(t)
  return {
    found: await findGifts(db, filters),
    read: (ids: number[]) => readGifts(db, ids),
    columns: [
      column('receivedOn', 12, ({ receivedOn }) => displayDate(receivedOn)),
      column('kind', 14, ({ kind }) => t(`cooperation.giftKinds.${kind}`)),
      column('donor', 36, (gift) => donorText(gift, t)),
      column('origin', 14, ({ origin }) => t(`cooperation.origins.${origin}`)),
      column('what', 46, ({ what }) => what),
      column('purpose', 18, ({ purpose }) => t(`cooperation.purposes.${purpose}`)),
      column('copies', 10, ({ copies }) => copies),
      column('amount', 16, ({ amountMinor, currency }) => inUnits(amountMinor, currency)),
      column('currency', 8, ({ currency }) => currency),
      column('rate', 10, ({ rate }) => rate),
      column('rateOn', 12, ({ rateOn }) => dayText(rateOn)),
      column('amountVnd', 18, ({ amountVnd }) => amountVnd),
      column('valueBasis', 14, ({ valueBasis }) => t(`cooperation.valueBases.${valueBasis}`)),
      column('voucherId', 16, ({ voucher }) => voucher?.number ?? ''),
      column('projectId', 30, ({ project }) => project?.name ?? ''),
    ],
  }
}

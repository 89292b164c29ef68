import type { TFunction } from 'i18next'
import type { SpecOf } from '../../shared/contracts.ts'
import { displayDate } from '../../shared/dates.ts'
import type { OwnFormula, OwnIndicator, OwnVersionFields } from '../../shared/indicators/contract.ts'
import { measuresIn } from '../../shared/indicators/own-formula.ts'
import { ownFormulaText } from '../../shared/indicators/own-text.ts'
import type { Reader, Writer } from '../connection.ts'
import type { CommandsOf, JobHandler, QueriesOf } from '../context.ts'
import { openList, type ListColumn } from '../documents/index.ts'
import type { Fail } from '../failure.ts'
import { insertRow, isCurrent, updateRow } from '../plain-rows.ts'
import { libraryWords } from '../words.ts'
import { measures } from './compute.ts'
import { readOwn } from './own-reading.ts'

/** What people gave by hand is no measure of anything. */
const countable = Object.keys(measures).filter((name) => name !== 'indicators.given')

export const ownQueries: Pick<QueriesOf<'indicators'>, 'own' | 'measures'> = {
  own: (_, { db }) => readOwn(db),
  measures: async () => countable,
}

type OwnCommand = 'addOwn' | 'changeOwn' | 'withdrawOwn' | 'restoreOwn'

export const ownCommands: Pick<CommandsOf<'indicators'>, OwnCommand> = {
  async addOwn({ code, nature, ...fields }, { db, fail }) {
    requireMeasures(fields.formula, fail)
    if ((await readOwn(db)).some((other) => other.code.toLowerCase() === code.toLowerCase()))
      fail('code_taken', { code })
    const id = await insertRow(db, 'ownIndicator', { code, nature })
    await addVersion(db, { id, version: 1, fields })
    return asWritten(db, id)
  },

  async changeOwn({ id, rev, ...fields }, { db, fail }) {
    const [newest] = (await requireOwn(db, { id, rev }, fail)).versions
    requireMeasures(fields.formula, fail)
    if (newest && fields.fromOn < newest.fromOn) fail('version_too_early', { from: newest.fromOn })
    await addVersion(db, { id, version: (newest?.version ?? 0) + 1, fields })
    await updateRow(db, 'ownIndicator', { id, rev, values: { withdrawnOn: null } })
    return asWritten(db, id)
  },

  async withdrawOwn({ id, rev, on }, { db, fail }) {
    await requireOwn(db, { id, rev }, fail)
    await updateRow(db, 'ownIndicator', { id, rev, values: { withdrawnOn: on } })
    return asWritten(db, id)
  },

  async restoreOwn({ id, rev }, { db, fail }) {
    await requireOwn(db, { id, rev }, fail)
    await updateRow(db, 'ownIndicator', { id, rev, values: { withdrawnOn: null } })
    return asWritten(db, id)
  },
}

function requireMeasures(formula: OwnFormula, fail: Fail<'unknown_measure'>): void {
  const stranger = measuresIn(formula).find((name) => !countable.includes(name))
  if (stranger !== undefined) fail('unknown_measure', { measure: stranger })
}

async function requireOwn(
  db: Reader,
  { id, rev }: { id: number; rev: number },
  fail: Fail<'own_not_found'>,
): Promise<OwnIndicator> {
  await isCurrent(db, 'ownIndicator', { id, rev }, fail)
  return (await readOwn(db)).find((own) => own.id === id) ?? fail('own_not_found', { id })
}

type Added = { id: number; version: number; fields: OwnVersionFields }

async function addVersion(db: Writer, { id, version, fields }: Added): Promise<void> {
  const { formula, ...words } = fields
  await insertRow(db, 'ownIndicatorVersion', {
    indicatorId: id,
    version,
    ...words,
    formula: JSON.stringify(formula),
  })
}

async function asWritten(db: Writer, id: number): Promise<OwnIndicator> {
  const own = (await readOwn(db)).find((each) => each.id === id)
  if (!own) throw new Error('an indicator that was just written is not there')
  return own
}

type Line = OwnIndicator['versions'][number] & Pick<OwnIndicator, 'code' | 'nature' | 'withdrawnOn'>

export const exportOwn: JobHandler<SpecOf<'indicators.exportOwn'>, never> = {
  async run({ format }, { db, progress, offerFile }) {
    progress(0, null)
    const t = await libraryWords(db)
    const lines = (await readOwn(db)).flatMap(({ versions, code, nature, withdrawnOn }) =>
      versions.map((version): Line => ({ ...version, code, nature, withdrawnOn })),
    )
    const list = await openList(format, columnsOf(t), t('indicators.own.title'))
    list.add(lines)
    progress(lines.length, lines.length)
    return { file: await offerFile(`chi-so-rieng.${format}`, await list.finish()), rows: lines.length }
  },
}

function columnsOf(t: TFunction): ListColumn<Line>[] {
  return [
    { head: t('indicators.columns.code'), width: 14, value: ({ code }) => code },
    { head: t('indicators.facts.version'), width: 10, value: ({ version }) => version },
    { head: t('indicators.own.fields.fromOn'), width: 13, value: ({ fromOn }) => displayDate(fromOn) },
    { head: t('indicators.own.fields.name'), width: 44, value: ({ name }) => name },
    { head: t('indicators.own.fields.nameEn'), width: 44, value: ({ nameEn }) => nameEn },
    { head: t('indicators.columns.unit'), width: 12, value: ({ unit }) => unit },
    {
      head: t('indicators.own.fields.nature'),
      width: 20,
      value: ({ nature }) => t(`indicators.own.natures.${nature}`),
    },
    {
      head: t('indicators.own.fields.formula'),
      width: 60,
      value: ({ formula }) => ownFormulaText(t, formula),
    },
    { head: t('indicators.own.fields.source'), width: 40, value: ({ source }) => source },
    {
      head: t('indicators.own.fields.withdrawnOn'),
      width: 13,
      value: ({ withdrawnOn }) => (withdrawnOn === null ? '' : displayDate(withdrawnOn)),
    },
  ]
}

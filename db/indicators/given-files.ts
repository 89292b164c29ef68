import type { TFunction } from 'i18next'
import type { SpecOf } from '../../shared/contracts.ts'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import type { GivenRow } from '../../shared/indicators/contract.ts'
import type { JobHandler, JobsOf } from '../context.ts'
import { openList, type ListColumn } from '../documents/index.ts'
import { evidenceFileId, offerEvidence, keepEvidence, type KeptEvidence } from '../evidence-files.ts'
import { indicatorWords, type IndicatorWords } from '../indicator-words.ts'
import { updateRow } from '../plain-rows.ts'
import { libraryWords } from '../words.ts'
import { requireOpen } from './given.ts'
import { findGiven, readGiven } from './given-reading.ts'

type Attached = { id: number; kept: KeptEvidence }

const attachGivenProof: JobHandler<SpecOf<'indicators.attachGivenProof'>, Attached> = {
  async run({ id, file }, context) {
    const { db, fail, write, progress } = context
    const given = (await readGiven(db, id)) ?? fail('given_not_found', { id })
    await requireOpen(db, given, fail)
    progress(0, 1)
    const kept = keepEvidence(file, context)
    await write({ id, kept })
    progress(1, 1)
    return { proof: kept.name }
  },

  async apply({ id, kept }, { db }) {
    const fileId = await evidenceFileId(db, kept)
    const { rev } = await db
      .selectFrom('givenFigure')
      .select('rev')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await updateRow(db, 'givenFigure', { id, rev, values: { fileId, fileName: kept.name } })
    return { bulk: { id, file: kept.hash } }
  },
  leavesRows: true,
}

const openGivenProof: JobHandler<SpecOf<'indicators.openGivenProof'>, never> = {
  async run({ id }, { db, fail, dataDir, offerFile }) {
    const proof = await db
      .selectFrom('givenFigure')
      .innerJoin('evidenceFile', 'evidenceFile.id', 'fileId')
      .select(['fileName as name', 'hash', 'form'])
      .where('givenFigure.id', '=', id)
      .executeTakeFirst()
    const evidence = proof ?? fail('evidence_not_found', { id })
    const file = await offerEvidence(evidence, { dataDir, offerFile })
    return { file: file ?? fail('evidence_damaged', { name: evidence.name }) }
  },
}

const exportGiven: JobHandler<SpecOf<'indicators.exportGiven'>, never> = {
  async run({ filters, format }, { db, progress, offerFile }) {
    progress(0, null)
    const t = await libraryWords(db)
    const rows = await findGiven(db, filters)
    const words = await indicatorWords(db)
    const list = await openList(format, columnsOf(t, words), t('indicators.given.title'))
    list.add(rows)
    progress(rows.length, rows.length)
    return { file: await offerFile(`so-nhap-tay.${format}`, await list.finish()), rows: rows.length }
  },
}

function columnsOf(t: TFunction, words: IndicatorWords): ListColumn<GivenRow>[] {
  return [
    { head: t('indicators.columns.code'), width: 12, value: ({ code }) => code },
    { head: t('indicators.columns.name'), width: 48, value: ({ code }) => words.name(code) },
    { head: t('indicators.given.fields.fromOn'), width: 13, value: ({ fromOn }) => displayDate(fromOn) },
    { head: t('indicators.given.fields.untilOn'), width: 13, value: ({ untilOn }) => displayDate(untilOn) },
    {
      head: t('indicators.given.fields.status'),
      width: 18,
      value: ({ status }) => t(`indicators.given.statuses.${status}`),
    },
    { head: t('indicators.given.fields.value'), width: 14, value: ({ value }) => value },
    { head: t('indicators.columns.unit'), width: 12, value: ({ code }) => words.unit(code) },
    { head: t('indicators.given.fields.reason'), width: 48, value: ({ reason }) => reason },
    { head: t('indicators.given.fields.proof'), width: 24, value: ({ proof }) => proof ?? '' },
    { head: t('indicators.given.fields.givenBy'), width: 24, value: ({ givenBy }) => givenBy ?? '' },
    {
      head: t('indicators.given.fields.givenAt'),
      width: 13,
      value: ({ givenAt }) => displayDate(isoDateAt(Date.parse(givenAt))),
    },
    {
      head: t('indicators.given.fields.use'),
      width: 30,
      value: ({ use }) => t(`indicators.given.uses.${use}`),
    },
  ]
}

export const givenJobs: Pick<JobsOf<'indicators'>, 'attachGivenProof' | 'openGivenProof' | 'exportGiven'> = {
  attachGivenProof,
  openGivenProof,
  exportGiven,
}

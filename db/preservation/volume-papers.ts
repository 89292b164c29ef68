import type { TFunction } from 'i18next'
import type { SpecOf } from '../../shared/contracts.ts'
import { displayDate, isoDateAt } from '../../shared/dates.ts'
import { fileName } from '../../shared/file-name.ts'
import type { Volume } from '../../shared/preservation/contract.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import { render, renderDrawn, type Block, type OfficialDocument, type Row } from '../documents/index.ts'
import { libraryWords, wordsIn } from '../words.ts'
import { readRule } from './rule.ts'
import { requireVolume } from './volume-rows.ts'
import { volumeRuns } from './volumes.ts'

const bytesPerGb = 1e9
/** More than that is read on the screen, where it is up to date. */
const mostListed = 500

export const reportVolume: JobHandler<SpecOf<'preservation.reportVolume'>, never> = {
  async run({ id, format }, { db, today, fail, progress, offerFile }) {
    const volume = await requireVolume(db, id, { today, fail })
    progress(0, 1)
    const bytes = await render(await healthPaper(db, volume, today), format)
    progress(1, 1)
    return { file: await offerFile(`suc-khoe-dia-${fileName(volume.code)}.${format}`, bytes) }
  },
}

const label = { widthMm: 90, heightMm: 50, marginMm: 4 }

/** What is stuck on the disk's case: its number for people and the day by which it must be read again. */
export const labelVolume: JobHandler<SpecOf<'preservation.labelVolume'>, never> = {
  async run({ id }, { db, today, fail, progress, offerFile }) {
    const volume = await requireVolume(db, id, { today, fail })
    progress(0, 1)
    const t = await libraryWords(db)
    const library = await db.selectFrom('library').select('name').executeTakeFirstOrThrow()
    const { widthMm, heightMm, marginMm } = label
    const texts = [
      { y: 9, text: library.name, sizePt: 10, isBold: false },
      { y: 22, text: volume.code, sizePt: 28, isBold: true },
      { y: 29, text: volume.name, sizePt: 11, isBold: false },
      { y: 35, text: volume.place, sizePt: 9, isBold: false },
      { y: 44, text: dueLine(volume, t), sizePt: 12, isBold: true },
    ]
    const bytes = await renderDrawn({
      title: volume.code,
      author: library.name,
      widthMm,
      heightMm,
      pages: [
        {
          rects: frame(1.5),
          texts: texts
            .filter(({ text }) => text !== '')
            .map(({ y, ...text }) => ({ ...text, xMm: marginMm, yMm: y })),
        },
      ],
    })
    progress(1, 1)
    return { file: await offerFile(`nhan-dia-${fileName(volume.code)}.pdf`, bytes) }
  },
}

function dueLine({ dueOn }: Volume, t: TFunction): string {
  return dueOn === null
    ? t('preservation.label.never')
    : t('preservation.label.due', { on: displayDate(dueOn) })
}

/** Four thin lines, which cut out better than none. */
function frame(inset: number) {
  const { widthMm, heightMm } = label
  const thin = 0.25
  const [width, height] = [widthMm - 2 * inset, heightMm - 2 * inset]
  return [
    { xMm: inset, yMm: inset, widthMm: width, heightMm: thin },
    { xMm: inset, yMm: heightMm - inset, widthMm: width, heightMm: thin },
    { xMm: inset, yMm: inset, widthMm: thin, heightMm: height },
    { xMm: widthMm - inset, yMm: inset, widthMm: thin, heightMm: height },
  ]
}

async function healthPaper(db: Reader, volume: Volume, today: string): Promise<OfficialDocument> {
  const library = await db.selectFrom('library').selectAll().executeTakeFirstOrThrow()
  const t = wordsIn[library.language]
  const rule = await readRule(db)
  return {
    language: library.language,
    letterhead: {
      governingBody: library.governingBody,
      issuingBody: library.name,
      number: '',
      symbol: '',
      place: library.placeName,
      date: today,
    },
    kind: t('preservation.paper.kind'),
    subject: t('preservation.paper.subject', { code: volume.code, name: volume.name }),
    addressees: [],
    blocks: [
      { type: 'list', items: aboutIt(volume, rule.months, t) },
      countTable(volume, t),
      ...(await troubleTable(db, volume, t)),
      ...(await runTable(db, volume, t)),
      { type: 'paragraph', text: t('preservation.paper.meaning'), manner: 'note' },
    ],
    signature: { capacity: library.signerTitle || t('reports.paper.director'), name: library.signerName },
    recipients: [],
  }
}

function aboutIt(volume: Volume, ruleMonths: number, t: TFunction): string[] {
  const { kind, place, uuid, lastCheckedAt, dueOn, months } = volume
  return [
    t('preservation.paper.kindOf', { kind: t(`preservation.volumeKinds.${kind}`) }),
    ...(place === '' ? [] : [t('preservation.paper.placeOf', { place })]),
    t('preservation.paper.uuid', { uuid }),
    t('preservation.paper.interval', { count: months ?? ruleMonths }),
    lastCheckedAt === null
      ? t('preservation.paper.neverChecked')
      : t('preservation.paper.lastChecked', { on: displayDate(isoDateAt(Date.parse(lastCheckedAt))) }),
    ...(dueOn === null ? [] : [t('preservation.paper.dueOn', { on: displayDate(dueOn) })]),
  ]
}

function countTable(volume: Volume, t: TFunction): Block {
  const { copies, bytes, mismatched, missing, unreadable, due, single } = volume
  const sound = copies - mismatched - missing - unreadable
  const row = (key: string, count: number): Row => ({ type: 'values', values: { name: key, count } })
  return {
    type: 'table',
    columns: [
      { key: 'name', label: t('preservation.paper.what'), weight: 70, kind: 'text' },
      { key: 'count', label: t('preservation.paper.count'), weight: 30, kind: 'number' },
    ],
    rows: [
      row(t('preservation.paper.copies'), copies),
      row(t('preservation.paper.gb'), Math.round((bytes / bytesPerGb) * 100) / 100),
      row(t('preservation.copyStates.matched'), sound),
      row(t('preservation.copyStates.mismatched'), mismatched),
      row(t('preservation.copyStates.missing'), missing),
      row(t('preservation.copyStates.unreadable'), unreadable),
      row(t('preservation.paper.due'), due),
      row(t('preservation.paper.single'), single),
    ],
  }
}

async function troubleTable(db: Reader, { id }: Volume, t: TFunction): Promise<Block[]> {
  const copies = await db
    .selectFrom('fileCopy')
    .select(['path', 'state', 'checkedAt'])
    .where('volumeId', '=', id)
    .where('state', '<>', 'matched')
    .where('removalId', 'is', null)
    .orderBy('path')
    .limit(mostListed)
    .execute()
  if (copies.length === 0) return []
  return [
    {
      type: 'table',
      caption: t('preservation.paper.troubled'),
      columns: [
        { key: 'path', label: t('preservation.files.path'), weight: 60, kind: 'text' },
        { key: 'state', label: t('preservation.files.state'), weight: 22, kind: 'text' },
        { key: 'on', label: t('preservation.files.checkedAt'), weight: 18, kind: 'date' },
      ],
      rows: copies.map(({ path, state, checkedAt }) => ({
        type: 'values',
        values: {
          path,
          state: t(`preservation.copyStates.${state}`),
          on: isoDateAt(Date.parse(checkedAt)),
        },
      })),
    },
  ]
}

async function runTable(db: Reader, { id }: Volume, t: TFunction): Promise<Block[]> {
  const runs = await volumeRuns(db, id)
  if (runs.length === 0) return []
  const number = (key: 'checked' | 'matched' | 'mismatched' | 'missing' | 'unreadable') => ({
    key,
    label: t(key === 'checked' ? 'preservation.paper.checked' : `preservation.copyStates.${key}`),
    weight: 16,
    kind: 'number' as const,
  })
  return [
    {
      type: 'table',
      caption: t('preservation.paper.runs'),
      columns: [
        { key: 'on', label: t('preservation.paper.day'), weight: 20, kind: 'date' },
        ...(['checked', 'matched', 'mismatched', 'missing', 'unreadable'] as const).map(number),
      ],
      rows: runs.map(({ at, jobId: _, ...counts }) => ({
        type: 'values',
        values: { on: isoDateAt(Date.parse(at)), ...counts },
      })),
    },
  ]
}

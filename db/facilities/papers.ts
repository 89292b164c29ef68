import type { TFunction } from 'i18next'
import type { SpecOf } from '../../shared/contracts.ts'
import { displayDate } from '../../shared/dates.ts'
import { duties, type Equipment, type Retirement } from '../../shared/facilities/contract.ts'
import { fileName } from '../../shared/file-name.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import {
  basisLines,
  memberTable,
  render,
  signatureRows,
  type Block,
  type OfficialDocument,
} from '../documents/index.ts'
import { letterheadOf } from '../minutes-head.ts'
import { wordsIn } from '../words.ts'
import { readEquipment, readItem } from './equipment-reading.ts'
import { readRetirement } from './retirement.ts'

export const printRetirement: JobHandler<SpecOf<'facilities.printRetirement'>, never> = {
  async run({ id, format }, { db, fail, progress, offerFile }) {
    progress(0, 2)
    const retirement = (await readRetirement(db, id)) ?? fail('retirement_not_found', { id })
    const paper = await retirementPaper(db, retirement)
    progress(1, 2)
    const bytes = await render(paper, format)
    progress(2, 2)
    return { file: await offerFile(`thanh-ly-${fileName(retirement.number) || id}.${format}`, bytes) }
  },
}

/** Biên bản thanh lý thiết bị: by what decision, who was there, which things, what becomes of them. */
async function retirementPaper(db: Reader, retirement: Retirement): Promise<OfficialDocument> {
  const { number, decidedOn, basis, reason, disposal, members } = retirement
  const head = await letterheadOf(db, { number: '', date: null })
  const t = wordsIn[head.language]
  const dutyWord = (duty: (typeof duties)[number]) => t(`facilities.duties.${duty}`)
  return {
    ...head,
    kind: t('facilities.paper.kind'),
    subject: t('facilities.paper.subject'),
    addressees: [],
    blocks: [
      ...basisLines(basis, (line) => t('facilities.paper.basis', { line })),
      ...basisLines(t('facilities.paper.decision', { number, on: displayDate(decidedOn) }), (line) => line),
      { type: 'paragraph', text: t('facilities.paper.opening', { library: head.letterhead.issuingBody }) },
      memberTable(members, { column: (key) => t(`facilities.paper.members.${key}`), duty: dutyWord }),
      { type: 'heading', level: 1, text: t('facilities.paper.things') },
      await thingTable(db, retirement, t),
      { type: 'heading', level: 1, text: t('facilities.paper.conclusion') },
      { type: 'paragraph', text: t('facilities.paper.reason', { reason }) },
      {
        type: 'paragraph',
        text: t('facilities.paper.disposal', { how: t(`facilities.disposals.${disposal}`) }),
      },
      { type: 'paragraph', text: t('facilities.paper.ending') },
      ...signatureRows(members, {
        order: ['secretary', 'member', 'deputy', 'chair'],
        usual: ['secretary', 'member', 'chair'],
        inWords: dutyWord,
      }),
    ],
    signature: null,
    recipients: [],
  }
}

async function thingTable(db: Reader, { id, decidedOn, price }: Retirement, t: TFunction): Promise<Block> {
  const ids = await db.selectFrom('equipment').select('id').where('retirementId', '=', id).execute()
  const rows = await readEquipment(
    db,
    decidedOn,
    ids.map((row) => row.id),
  )
  const column = (key: string, label: string, weight: number, kind: 'text' | 'number' | 'date' = 'text') => ({
    key,
    label,
    weight,
    kind,
  })
  return {
    type: 'table',
    columns: [
      column('number', t('facilities.paper.number'), 6, 'number'),
      column('inventoryNumber', t('facilities.fields.inventoryNumber'), 16),
      column('name', t('facilities.fields.equipmentName'), 34),
      column('acquiredOn', t('facilities.fields.acquiredOn'), 16, 'date'),
      column('source', t('facilities.fields.source'), 18),
      column('price', t('facilities.paper.price'), 18, 'number'),
    ],
    rows: [
      ...rows.map((row, at) => ({
        type: 'values' as const,
        values: {
          number: at + 1,
          inventoryNumber: row.inventoryNumber,
          name: [row.name, row.model].filter((part) => part !== '').join(', '),
          acquiredOn: row.acquiredOn,
          source: [t(`facilities.sources.${row.source}`), row.sourceName]
            .filter((part) => part !== '')
            .join(': '),
          price: row.price,
        },
      })),
      { type: 'total', values: { name: t('facilities.paper.total'), price } },
    ],
  }
}

export const printCards: JobHandler<SpecOf<'facilities.printCards'>, never> = {
  async run({ equipmentIds, format }, { db, fail, today, progress, offerFile }) {
    const head = await letterheadOf(db, { number: '', date: null })
    const t = wordsIn[head.language]
    const items: Equipment[] = []
    for (const [at, id] of equipmentIds.entries()) {
      progress(at, equipmentIds.length)
      items.push((await readItem(db, id, today)) ?? fail('equipment_not_found', { id }))
    }
    const [first] = items
    if (!first) return fail('equipment_not_found')
    const paper: OfficialDocument = {
      ...head,
      kind: t('facilities.card.kind'),
      subject: items.length === 1 ? first.name : t('facilities.card.many', { count: items.length }),
      addressees: [],
      blocks: items.flatMap((item): Block[] => [
        ...(items.length === 1 ? [] : [{ type: 'heading' as const, level: 1 as const, text: item.name }]),
        ...cardBlocks(item, t),
      ]),
      signature: null,
      recipients: [],
    }
    const bytes = await render(paper, format)
    progress(equipmentIds.length, equipmentIds.length)
    const name = fileName(first.inventoryNumber || first.name) || String(first.id)
    return { file: await offerFile(`the-thiet-bi-${name}.${format}`, bytes) }
  },
}

/** What it is, and below it its life in order, as the card that lies with a thing. */
function cardBlocks(item: Equipment, t: TFunction): Block[] {
  const day = (on: string | null) => (on === null ? '' : displayDate(on))
  const facts: [string, string | number | null][] = [
    [t('facilities.fields.inventoryNumber'), item.inventoryNumber],
    [t('facilities.fields.kind'), t(`facilities.equipmentKinds.${item.kind}`)],
    [t('facilities.fields.model'), item.model],
    [t('facilities.fields.serialNumber'), item.serialNumber],
    [t('facilities.fields.usedBy'), t(`facilities.purposes.${item.purpose}`)],
    [
      t('facilities.fields.source'),
      [t(`facilities.sources.${item.source}`), item.sourceName].filter((part) => part !== '').join(': '),
    ],
    [t('facilities.fields.acquiredOn'), day(item.acquiredOn)],
    [
      t('facilities.paper.price'),
      item.price === null ? '' : item.price.toLocaleString(t('facilities.paper.locale')),
    ],
    [t('facilities.fields.warrantyUntil'), day(item.warrantyUntil)],
    [
      t('facilities.card.place'),
      [item.roomName, item.siteName].filter((part) => part !== null && part !== '').join(', '),
    ],
    [t('facilities.fields.state'), t(`facilities.states.${item.state}`)],
  ]
  const life = item.events.toReversed().map((event) => ({
    on: event.on,
    what: [t(`facilities.eventKinds.${event.kind}`), event.note].filter((part) => part !== '').join(': '),
    until: event.until,
    cost: event.cost,
  }))
  const retired = item.retirement && {
    on: item.retirement.decidedOn,
    what: t('facilities.card.retired', { number: item.retirement.number }),
    until: null,
    cost: null,
  }
  const told = [...life, ...(retired ? [retired] : [])]
  return [
    {
      type: 'table',
      columns: [
        { key: 'label', label: t('facilities.card.fact'), weight: 35, kind: 'text' },
        { key: 'value', label: t('facilities.card.value'), weight: 65, kind: 'text' },
      ],
      rows: facts.map(([label, value]) => ({ type: 'values', values: { label, value } })),
    },
    { type: 'heading', level: 2, text: t('facilities.card.life') },
    {
      type: 'table',
      columns: [
        { key: 'on', label: t('facilities.fields.on'), weight: 16, kind: 'date' },
        { key: 'what', label: t('facilities.card.what'), weight: 48, kind: 'text' },
        { key: 'until', label: t('facilities.fields.until'), weight: 16, kind: 'date' },
        { key: 'cost', label: t('facilities.paper.cost'), weight: 20, kind: 'number' },
      ],
      // Room to go on by hand.
      rows: [...told, ...Array.from({ length: Math.max(2, 6 - told.length) }, () => blankLine)].map(
        (values) => ({
          type: 'values',
          values,
        }),
      ),
    },
  ]
}

const blankLine = { on: null, what: '', until: null, cost: null }

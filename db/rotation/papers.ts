import type { TFunction } from 'i18next'
import type { SpecOf } from '../../shared/contracts.ts'
import { displayDate } from '../../shared/dates.ts'
import { fileName } from '../../shared/file-name.ts'
import type { SentCopy, Shipment } from '../../shared/rotation/contract.ts'
import { shipmentCode } from '../../shared/rotation/rules.ts'
import type { JobHandler } from '../context.ts'
import { lines, render, squareOf, type Block, type OfficialDocument } from '../documents/index.ts'
import { letterheadOf } from '../minutes-head.ts'
import { wordsIn } from '../words.ts'
import { readShipment, sentCopies } from './reading.ts'

export const printPackingList: JobHandler<SpecOf<'rotation.printPackingList'>, never> = {
  async run({ id, format }, { db, fail, today, progress, offerFile }) {
    progress(0, 2)
    const shipment = (await readShipment(db, id, today)) ?? fail('shipment_not_found', { id })
    const copies = await sentCopies(db, id)
    if (copies.length === 0) fail('nothing_to_send')
    const head = await letterheadOf(db, { number: '', date: null })
    const t = wordsIn[head.language]
    const paper: OfficialDocument = {
      ...head,
      kind: t('rotation.paper.packingKind'),
      subject: t('rotation.paper.packingSubject', { number: shipment.number, point: shipment.pointName }),
      addressees: [],
      blocks: [
        await squareOf(shipmentCode(id)),
        ...factLines(shipment, t),
        copyTable(copies, t, { caption: t('rotation.paper.packingCaption'), hasTicks: true }),
      ],
      signature: null,
      recipients: [],
    }
    progress(1, 2)
    const bytes = await render(paper, format)
    progress(2, 2)
    const file = await offerFile(`phieu-dong-goi-${fileName(shipment.number) || id}.${format}`, bytes)
    return { file }
  },
}

export const printMinutes: JobHandler<SpecOf<'rotation.printMinutes'>, never> = {
  async run({ id, kind, format }, { db, fail, today, progress, offerFile }) {
    progress(0, 2)
    const shipment = (await readShipment(db, id, today)) ?? fail('shipment_not_found', { id })
    const copies = await sentCopies(db, id)
    if (copies.length === 0) fail('nothing_to_send')
    const { closedOn } = shipment
    if (kind === 'return' && closedOn === null) fail('shipment_not_closed', { number: shipment.number })
    const head = await letterheadOf(db, {
      number: '',
      date: kind === 'handOver' ? shipment.sentOn : closedOn,
    })
    const t = wordsIn[head.language]
    const paper: OfficialDocument = {
      ...head,
      kind: t('rotation.paper.minutesKind'),
      subject: t(`rotation.paper.${kind}Subject`, { number: shipment.number, point: shipment.pointName }),
      addressees: [],
      blocks: [
        { type: 'paragraph', text: t('rotation.paper.basis'), manner: 'basis' },
        ...sides(shipment, { kind, library: head.letterhead.issuingBody }, t),
        ...(kind === 'handOver' ? handOver(shipment, copies, t) : broughtBack(shipment, copies, t)),
        { type: 'paragraph', text: t('rotation.paper.ending') },
        {
          type: 'signatures',
          places: [
            { capacity: t('rotation.paper.pointSide'), name: shipment.takenBy },
            { capacity: t('rotation.paper.librarySide'), name: shipment.handedBy },
          ],
        },
      ],
      signature: null,
      recipients: [],
    }
    progress(1, 2)
    const bytes = await render(paper, format)
    progress(2, 2)
    const stem = kind === 'handOver' ? 'bien-ban-giao' : 'bien-ban-nhan-lai'
    return { file: await offerFile(`${stem}-${fileName(shipment.number) || id}.${format}`, bytes) }
  },
}

const body = (text: string): Block => ({ type: 'paragraph', text })
const heading = (text: string): Block => ({ type: 'heading', level: 1, text })

function factLines(shipment: Shipment, t: TFunction): Block[] {
  const { number, pointName, sentOn, dueOn, titles, copies, note } = shipment
  return [
    body(t('rotation.paper.to', { point: pointName })),
    body(t('rotation.paper.howMany', { number, titles, copies })),
    ...(sentOn === null ? [] : [body(t('rotation.paper.sentOn', { on: displayDate(sentOn) }))]),
    ...(dueOn === null ? [] : [body(t('rotation.paper.dueOn', { on: displayDate(dueOn) }))]),
    ...lines(note, 'note'),
  ]
}

type Sides = { kind: 'handOver' | 'return'; library: string }

/** Who gives and who takes, which turns round on the way back; a name nobody wrote leaves room for a pen. */
function sides({ handedBy, takenBy, pointName }: Shipment, { kind, library }: Sides, t: TFunction): Block[] {
  const ours = { body: library, name: handedBy || penRoom }
  const theirs = { body: pointName, name: takenBy || penRoom }
  const [giving, taking] = kind === 'handOver' ? [ours, theirs] : [theirs, ours]
  return [
    heading(t('rotation.paper.sides')),
    body(t('rotation.paper.giving', giving)),
    body(t('rotation.paper.taking', taking)),
  ]
}

const penRoom = '…………………………'

function handOver(shipment: Shipment, copies: readonly SentCopy[], t: TFunction): Block[] {
  const { cameFrom, titles, dueOn } = shipment
  return [
    heading(t('rotation.paper.handedOver')),
    ...(cameFrom === null
      ? []
      : [body(t('rotation.paper.cameFrom', { point: cameFrom.pointName, number: cameFrom.number }))]),
    body(t('rotation.paper.handedOverText', { titles, copies: copies.length })),
    copyTable(copies, t, { caption: t('rotation.paper.copiesCaption'), hasTicks: false }),
    heading(t('rotation.paper.duties')),
    body(t('rotation.paper.dutiesText')),
    ...(dueOn === null ? [] : [body(t('rotation.paper.dueOn', { on: displayDate(dueOn) }))]),
  ]
}

function broughtBack(shipment: Shipment, copies: readonly SentCopy[], t: TFunction): Block[] {
  const of = (outcome: SentCopy['outcome']) => copies.filter((copy) => copy.outcome === outcome)
  const lists = (['missing', 'damaged', 'transferred'] as const).flatMap((outcome): Block[] => {
    const found = of(outcome)
    return found.length === 0
      ? []
      : [copyTable(found, t, { caption: t(`rotation.paper.captions.${outcome}`), hasTicks: false })]
  })
  const strangers = shipment.strangers.map(({ code, title }) => (title === '' ? code : `${code}: ${title}`))
  return [
    heading(t('rotation.paper.brought')),
    body(
      t('rotation.paper.broughtText', {
        sent: copies.length,
        back: of('returned').length,
        damaged: of('damaged').length,
        missing: of('missing').length,
        transferred: of('transferred').length,
      }),
    ),
    ...lists,
    ...(strangers.length === 0
      ? []
      : [body(t('rotation.paper.strangers')), { type: 'list' as const, items: strangers }]),
    ...(of('missing').length === 0 ? [] : [body(t('rotation.paper.missingText'))]),
  ]
}

type Look = { caption: string; hasTicks: boolean }

/** Every copy by its number; with room to tick it off where the paper goes into the box. */
function copyTable(copies: readonly SentCopy[], t: TFunction, { caption, hasTicks }: Look): Block {
  const column = (key: string, label: string, weight: number, kind: 'text' | 'number' = 'text') => ({
    key,
    label,
    weight,
    kind,
  })
  const price = copies.reduce((sum, { priceMinor }) => sum + (priceMinor ?? 0), 0)
  return {
    type: 'table',
    caption,
    columns: [
      column('number', t('rotation.paper.number'), 7, 'number'),
      column('accessionNumber', t('rotation.fields.accessionNumber'), 18),
      column('title', t('rotation.fields.title'), 40),
      column('callNumber', t('rotation.fields.callNumber'), 15),
      hasTicks
        ? column('ticked', t('rotation.paper.ticked'), 14)
        : column('price', t('rotation.fields.price'), 14, 'number'),
    ],
    rows: [
      ...copies.map(({ accessionNumber, title, callNumber, priceMinor }, at) => ({
        type: 'values' as const,
        values: { number: at + 1, accessionNumber, title, callNumber, price: priceMinor, ticked: '' },
      })),
      {
        type: 'total' as const,
        values: {
          title: t('rotation.paper.total', { count: copies.length }),
          ...(hasTicks ? {} : { price }),
        },
      },
    ],
  }
}

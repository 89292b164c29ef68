import type { TFunction } from 'i18next'
import type { SpecOf } from '../../shared/contracts.ts'
import type { Gift, GiftPaper } from '../../shared/cooperation/contract.ts'
import { displayDate } from '../../shared/dates.ts'
import { fileName } from '../../shared/file-name.ts'
import type { Reader } from '../connection.ts'
import type { JobHandler } from '../context.ts'
import { render, type Block, type OfficialDocument } from '../documents/index.ts'
import { wordsIn } from '../words.ts'
import { amountText, donorText } from './amounts.ts'
import { readGifts } from './gift-rows.ts'
import { frameOf } from './letterhead.ts'

export const produceGiftPaper: JobHandler<SpecOf<'cooperation.produceGiftPaper'>, never> = {
  async run({ id, paper, format }, { db, fail, progress, offerFile }) {
    const gift = (await readGifts(db, [id]))[0] ?? fail('gift_not_found', { id })
    const number = gift[paper] ?? fail('not_numbered', { what: gift.what })
    progress(0, 1)
    const document = await giftPaper(db, gift, paper)
    const bytes = await render(document, format)
    progress(1, 1)
    const begin = paper === 'receipt' ? 'bien-nhan' : 'thu-cam-on'
    return {
      file: await offerFile(
        `${begin}-${number.number}-${number.year}-${fileName(gift.what)}.${format}`,
        bytes,
      ),
    }
  },
}

/** Giấy biên nhận or thư cảm ơn, as plain data. */
export async function giftPaper(db: Reader, gift: Gift, paper: GiftPaper): Promise<OfficialDocument> {
  const given = gift[paper]
  const { signerTitle, signerName, ...head } = await frameOf(db, {
    kind: paper === 'receipt' ? 'BN' : 'TV',
    number: given === null ? '' : String(given.number),
    date: given?.on ?? null,
  })
  const t = wordsIn[head.language]
  const words = { library: head.letterhead.issuingBody, donor: donorText(gift, t), what: gift.what }
  const signature = { capacity: signerTitle || t('cooperation.paper.director'), name: signerName }
  const isReceipt = paper === 'receipt'
  return {
    ...head,
    kind: isReceipt ? t('cooperation.paper.receipt.kind') : '',
    subject: isReceipt
      ? t('cooperation.paper.receipt.subject')
      : t('cooperation.paper.letter.subject', words),
    addressees: isReceipt ? [] : [words.donor],
    blocks: isReceipt ? receiptBlocks(gift, words, t) : letterBlocks(gift, words, t),
    signature: isReceipt ? null : signature,
    recipients: isReceipt ? [] : [t('cooperation.paper.asAbove'), t('cooperation.paper.filed')],
  }
}

type Words = { library: string; donor: string; what: string }

function receiptBlocks(gift: Gift, words: Words, t: TFunction): Block[] {
  return [
    {
      type: 'paragraph',
      text: t('cooperation.paper.receipt.opening', { ...words, on: displayDate(gift.receivedOn) }),
    },
    giftTable(gift, t),
    ...valueBlocks(gift, t),
    { type: 'paragraph', text: t('cooperation.paper.receipt.ending') },
    {
      type: 'signatures',
      places: [
        { capacity: t('cooperation.paper.receipt.giver'), name: gift.donorName },
        { capacity: t('cooperation.paper.receipt.receiver'), name: '' },
      ],
    },
  ]
}

function letterBlocks(gift: Gift, words: Words, t: TFunction): Block[] {
  return [
    {
      type: 'paragraph',
      text: t('cooperation.paper.letter.opening', { ...words, on: displayDate(gift.receivedOn) }),
    },
    giftTable(gift, t),
    ...valueBlocks(gift, t),
    { type: 'paragraph', text: t('cooperation.paper.letter.use', { purpose: purposeOf(gift, t) }) },
    { type: 'paragraph', text: t('cooperation.paper.letter.thanks', words) },
  ]
}

const purposeOf = ({ purpose }: Gift, t: TFunction): string => t(`cooperation.giftUses.${purpose}`)

/** Line by line; what is not known stays an empty cell. */
function giftTable(gift: Gift, t: TFunction): Block {
  const own = { name: gift.what, quantity: quantityOf(gift), amountMinor: gift.amountMinor }
  const lines =
    gift.items.length > 0
      ? gift.items.map(({ name, quantity, valueMinor }) => ({ name, quantity, amountMinor: valueMinor }))
      : [own]
  return {
    type: 'table',
    columns: [
      { key: 'number', label: t('cooperation.paper.columns.number'), weight: 6, kind: 'number' },
      { key: 'name', label: t('cooperation.paper.columns.what'), weight: 52, kind: 'text' },
      { key: 'quantity', label: t('cooperation.paper.columns.quantity'), weight: 16, kind: 'number' },
      { key: 'value', label: t('cooperation.paper.columns.value'), weight: 26, kind: 'text', align: 'right' },
    ],
    rows: lines.map(({ name, quantity, amountMinor }, at) => ({
      type: 'values',
      values: {
        number: at + 1,
        name,
        quantity,
        value: amountText({ currency: gift.currency, amountMinor }, t),
      },
    })),
  }
}

function quantityOf({ kind, copies }: Gift): number | null {
  return kind === 'books' ? copies : null
}

function valueBlocks(gift: Gift, t: TFunction): Block[] {
  const { valueBasis, currency, rate, rateOn, amountVnd } = gift
  if (gift.amountMinor === null) return [{ type: 'paragraph', text: t('cooperation.paper.valueUnknown') }]
  const amount = amountText(gift, t)
  const inVnd =
    currency === 'VND' || amountVnd === null || rate === null
      ? ''
      : t('cooperation.paper.inVnd', {
          amount: amountText({ currency: 'VND', amountMinor: amountVnd }, t),
          rate: amountText({ currency: 'VND', amountMinor: rate }, t),
          currency,
          on: displayDate(rateOn ?? gift.receivedOn),
        })
  const key = valueBasis === 'estimated' ? 'cooperation.paper.valueEstimated' : 'cooperation.paper.value'
  return [{ type: 'paragraph', text: t(key, { amount, inVnd }) }]
}

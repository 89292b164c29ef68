import type { TFunction } from 'i18next'
import type { SpecOf } from '../../shared/contracts.ts'
import { displayInstant } from '../../shared/dates.ts'
import { type Payload } from '../../shared/sync/package.ts'
import { periodText } from '../../shared/period-text.ts'
import { codesOf } from '../../shared/sync/paper-codes.ts'
import type { JobHandler } from '../context.ts'
import { renderDrawn, type DrawnPage } from '../documents/index.ts'
import { sha256 } from '../hash.ts'
import { loadEncoder, type Encoder } from '../labels/index.ts'
import { libraryWords } from '../words.ts'
import { apply, takeBack, type Chunk } from './chunks.ts'
import { packageName, packedPeriod } from './write-package.ts'

const sheet = { widthMm: 210, heightMm: 297 }
const leftMm = 20
const topMm = 46
const codeMm = 78
const stepXMm = 88
const stepYMm = 82
const columns = 2
const perPage = 6

const printCodes: JobHandler<SpecOf<'sync.printCodes'>, Chunk> = {
  async run({ periodId }, context) {
    const { db, write, offerFile } = context
    const { id, hash, payload, bytes } = await packedPeriod(context, periodId)
    const codes = codesOf(bytes, sha256)
    const t = await libraryWords(db)
    const encoder = await loadEncoder()
    const pdf = await renderDrawn({
      ...sheet,
      title: t('sync.codes.title'),
      author: payload.library.name,
      pages: pagesOf(codes, { t, encoder, payload, hash }),
    })
    const file = await offerFile(packageName(payload).replace(/\.khosach$/, '-QR.pdf'), pdf)
    await write({ kind: 'begun', packageId: id, road: 'qr' })
    await write({ kind: 'ended', packageId: id, problem: null, bytesThere: bytes.length })
    return { file, hash, parts: codes.length }
  },
  apply,
  takeBack,
}

export const codeJobs = { printCodes }

type Drawing = { t: TFunction; encoder: Encoder; payload: Payload; hash: string }

function pagesOf(codes: readonly string[], drawing: Drawing): DrawnPage[] {
  const pages = Array.from({ length: Math.ceil(codes.length / perPage) }, (_, index) => index)
  return pages.map((page) => {
    const onPage = codes.slice(page * perPage, (page + 1) * perPage)
    const drawn = onPage.map((code, index) =>
      drawCode(code, { index, number: page * perPage + index + 1, of: codes.length }, drawing),
    )
    return {
      rects: drawn.flatMap(({ rects }) => rects),
      texts: [...headOf(drawing, { page: page + 1, pages: pages.length }), ...drawn.map(({ text }) => text)],
    }
  })
}

type Place = { index: number; number: number; of: number }

function drawCode(code: string, { index, number, of }: Place, { t, encoder }: Drawing) {
  const xMm = leftMm + (index % columns) * stepXMm
  const yMm = topMm + Math.floor(index / columns) * stepYMm
  const { rects } = encoder.qr(code, { xMm, yMm, widthMm: codeMm, heightMm: codeMm })
  const text = {
    xMm: xMm + 4,
    yMm: yMm + codeMm + 1,
    text: t('sync.codes.part', { number, of }),
    sizePt: 9,
    isBold: false,
  }
  return { rects, text }
}

/** Which package the codes are of, so that sheets of two periods are not mixed up. */
function headOf({ t, payload, hash }: Drawing, place: { page: number; pages: number }): DrawnPage['texts'] {
  const { library, revision, signedAt } = payload
  const period = periodText(t, payload.period.period, 'name')
  const lines = [
    { text: t('sync.codes.title'), sizePt: 13, isBold: true },
    { text: `${library.name} (${library.code})`, sizePt: 11, isBold: false },
    {
      text: t('sync.codes.period', { period, revision, at: displayInstant(signedAt) }),
      sizePt: 11,
      isBold: false,
    },
    { text: t('sync.codes.hash', { hash, ...place }), sizePt: 8, isBold: false },
    { text: t('sync.codes.how'), sizePt: 9, isBold: false },
  ]
  return lines.map((line, index) => ({ ...line, xMm: leftMm, yMm: 18 + index * 6 }))
}

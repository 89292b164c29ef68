import type { SpecOf } from '../../shared/contracts.ts'
import type { SheetFields } from '../../shared/labels/contract.ts'
import { corrected, labelsPerPage, placeOnSheet, testCross } from '../../shared/labels/rules.ts'
import type { JobHandler } from '../context.ts'
import { renderDrawn, type DrawnPage } from '../documents/index.ts'
import { wordsIn } from '../words.ts'
import { correctionOf, type Correction } from './printers.ts'
import { setText } from './set-text.ts'
import { requireSheet } from './sheets.ts'

type Rect = DrawnPage['rects'][number]

const lineMm = 0.15

/** Outlines of the labels, and a cross of two rulers from a known point: what is off is read off it. */
export const testPage: JobHandler<SpecOf<'labels.testPage'>, never> = {
  async run({ sheetId, printerId }, { db, fail, progress, offerFile }) {
    const sheet = await requireSheet(db, sheetId, fail)
    const printer = await correctionOf(db, printerId, fail)
    const library = await db.selectFrom('library').select(['name', 'language']).executeTakeFirstOrThrow()
    const t = wordsIn[library.language]
    progress(0, 1)
    const centre = testCross(sheet)
    const lines = [
      ...Array.from({ length: labelsPerPage(sheet) }, (_, place) => outline(sheet, place)).flat(),
      ...ruler(centre),
    ]
    const said = [
      sheet.name,
      t('labels.testPage.how', { x: shown(centre.xMm), y: shown(centre.yMm) }),
      t('labels.testPage.scale', { across: centre.acrossMm, along: centre.alongMm }),
    ]
    const texts = isLarge(sheet) ? setText(textPlace(sheet, centre), said.join('\n')) : []
    const bytes = await renderDrawn({
      title: t('labels.testPage.title'),
      author: library.name,
      widthMm: sheet.pageWidthMm,
      heightMm: sheet.pageHeightMm,
      pages: [
        {
          rects: lines.map((rect) => put(rect, printer)),
          texts: texts.map((text) => ({ ...text, ...corrected(text, printer) })),
        },
      ],
    })
    progress(1, 1)
    return { file: await offerFile('trang-in-thu.pdf', bytes) }
  },
}

const shown = (mm: number) => String(mm).replace('.', ',')
const isLarge = ({ pageWidthMm, pageHeightMm }: SheetFields) => pageWidthMm >= 150 && pageHeightMm >= 150

function textPlace({ pageWidthMm }: SheetFields, { xMm, yMm }: { xMm: number; yMm: number }) {
  const place = { xMm: xMm + 4, yMm: yMm + 4, widthMm: pageWidthMm - xMm - 16, heightMm: 40 }
  const look = { align: 'left', vertical: 'top', isBold: false, isWrapped: true } as const
  return { ...place, ...look, sizePt: 9, isCallNumber: false }
}

function outline(sheet: SheetFields, place: number): Rect[] {
  const { xMm, yMm } = placeOnSheet(sheet, place)
  const { labelWidthMm: widthMm, labelHeightMm: heightMm } = sheet
  return [
    { xMm, yMm, widthMm, heightMm: lineMm },
    { xMm, yMm: yMm + heightMm - lineMm, widthMm, heightMm: lineMm },
    { xMm, yMm, widthMm: lineMm, heightMm },
    { xMm: xMm + widthMm - lineMm, yMm, widthMm: lineMm, heightMm },
  ]
}

/** Two rulers with a mark at each millimetre, longer ones at five and ten, as long as the page allows. */
function ruler({ xMm, yMm, acrossMm: across, alongMm: along }: ReturnType<typeof testCross>): Rect[] {
  const thick = lineMm * 2
  const marks = (length: number) =>
    Array.from({ length: length + 1 }, (_, mm) => ({
      at: mm - length / 2,
      longMm: mm % 10 === 0 ? 4 : mm % 5 === 0 ? 3 : 1.6,
    }))
  return [
    { xMm: xMm - across / 2, yMm: yMm - thick / 2, widthMm: across, heightMm: thick },
    { xMm: xMm - thick / 2, yMm: yMm - along / 2, widthMm: thick, heightMm: along },
    ...marks(across).map(({ at, longMm }) => ({
      xMm: xMm + at - lineMm / 2,
      yMm: yMm - longMm,
      widthMm: lineMm,
      heightMm: longMm,
    })),
    ...marks(along).map(({ at, longMm }) => ({
      xMm: xMm - longMm,
      yMm: yMm + at - lineMm / 2,
      widthMm: longMm,
      heightMm: lineMm,
    })),
  ]
}

function put(rect: Rect, printer: Correction): Rect {
  return {
    ...corrected(rect, printer),
    widthMm: (rect.widthMm * printer.scaleXPercent) / 100,
    heightMm: (rect.heightMm * printer.scaleYPercent) / 100,
  }
}

import type { TFunction } from 'i18next'
import type { LabelDesign, LabelElement } from '../../shared/labels/contract.ts'
import type { Slip } from './slips.ts'

/** An eighth of an A4 sheet. */
export const slipSize = { widthMm: 105, heightMm: 74.25 }

type Place = [xMm: number, yMm: number, widthMm: number, heightMm: number]
type Look = { sizePt?: number; isBold?: boolean; align?: 'left' | 'right'; isWrapped?: boolean }

const inner = { left: 6, width: 93 }
const boxMm = 2.6

function line([xMm, yMm, widthMm, heightMm]: Place, text: string, look: Look = {}): LabelElement {
  return {
    type: 'text',
    xMm,
    yMm,
    widthMm,
    heightMm,
    text,
    sizePt: 8,
    align: 'left',
    vertical: 'top',
    isBold: false,
    isWrapped: false,
    isCallNumber: false,
    ...look,
  }
}

/** What goes along with a document: which job it is, what it belongs to, and a box for each stage to tick. */
export function slipDesign(slip: Slip, { t, today }: { t: TFunction; today: string }): LabelDesign {
  const { left, width } = inner
  const facts = [
    slip.accessionNumber === '' ? '' : t('digitization.slip.copy', { number: slip.accessionNumber }),
    slip.callNumber,
    slip.place,
    slip.expectedPages === null ? '' : t('digitization.slip.pages', { pages: slip.expectedPages }),
  ].filter((fact) => fact !== '')
  const work = [slip.projectName, slip.batchName].filter((name) => name !== '').join(' · ')
  return {
    ...slipSize,
    elements: [
      { type: 'box', xMm: 2.5, yMm: 2.5, widthMm: 100, heightMm: 69.25, lineMm: 0.2 },
      line([left, 5, 55, 4], '{libraryName}', { sizePt: 7.5 }),
      line([61, 5, 38, 4], today, { sizePt: 7.5, align: 'right' }),
      { type: 'barcode', xMm: left, yMm: 9.5, widthMm: 60, heightMm: 15, field: 'code', hasText: false },
      line([67, 11, 32, 9], '{code}', { sizePt: 17, isBold: true, align: 'right' }),
      line([left, 26, width, 10], '{title}', { sizePt: 10, isBold: true, isWrapped: true }),
      line([left, 36.5, width, 4], facts.join(' · '), { sizePt: 8.5 }),
      line([left, 40.8, width, 4], work, { sizePt: 8 }),
      ...stageBoxes(JSON.parse(slip.stages) as string[]),
    ],
  }
}

/** Two columns of boxes; a template of thirty stages still finds room. */
function stageBoxes(stages: readonly string[]): LabelElement[] {
  const rows = Math.max(5, Math.ceil(stages.length / 2))
  const stepMm = 24.5 / rows
  const sizePt = Math.min(8, stepMm * 1.9)
  return stages.flatMap((name, at): LabelElement[] => {
    const xMm = inner.left + (at < rows ? 0 : inner.width / 2)
    const yMm = 46 + (at % rows) * stepMm
    const side = Math.min(boxMm, stepMm * 0.7)
    return [
      { type: 'box', xMm, yMm, widthMm: side, heightMm: side, lineMm: 0.2 },
      line([xMm + side + 1.5, yMm - 0.4, inner.width / 2 - side - 2, stepMm], name, { sizePt }),
    ]
  })
}

import type { Drawing, LabelDesign, LabelElement, LabelValues } from '../../shared/labels/contract.ts'
import { filled, isAscii, leastBarMm, mmPerPt } from '../../shared/labels/rules.ts'
import type { DrawnCode, Encoder } from './codes.ts'
import { setText } from './set-text.ts'

export type CodeProblem = 'code_empty' | 'code_not_ascii' | 'code_too_long'
/** A label as it will be printed; the first thing wrong with its codes. */
export type Drawn = {
  drawing: Drawing
  problem: { problem: CodeProblem; code: string } | null
  barMm: number | null
}

type Parts = Pick<Drawing, 'rects' | 'texts'>
const nothing: Parts = { rects: [], texts: [] }
const codeTextPt = 7
/** Of the height of a barcode, what the figures below it may take. */
const codeTextShare = 0.3

/** One label: its own values in the places of its design. */
export function draw(design: LabelDesign, values: LabelValues, encoder: Encoder): Drawn {
  const { widthMm, heightMm } = design
  const drawn: Drawn = { drawing: { widthMm, heightMm, rects: [], texts: [] }, problem: null, barMm: null }
  for (const element of design.elements) {
    const { rects, texts, problem, barMm } = drawElement(element, values, encoder)
    drawn.drawing.rects.push(...rects)
    drawn.drawing.texts.push(...texts)
    drawn.problem ??= problem
    if (barMm !== null) drawn.barMm = Math.min(barMm, drawn.barMm ?? barMm)
  }
  return drawn
}

type DrawnElement = Parts & Pick<Drawn, 'problem' | 'barMm'>
const sound = { problem: null, barMm: null }

function drawElement(element: LabelElement, values: LabelValues, encoder: Encoder): DrawnElement {
  switch (element.type) {
    case 'text':
      return { rects: [], texts: setText(element, filled(element.text, values)), ...sound }
    case 'box':
      return { ...frameOf(element), ...sound }
    case 'barcode':
    case 'qr': {
      const code = values[element.field] ?? ''
      if (code === '') return { ...nothing, problem: { problem: 'code_empty', code }, barMm: null }
      if (!isAscii(code)) return { ...nothing, problem: { problem: 'code_not_ascii', code }, barMm: null }
      return element.type === 'qr'
        ? checked(encoder.qr(code, element), { texts: [], code })
        : barcode(element, code, encoder)
    }
  }
}

function barcode(
  element: Extract<LabelElement, { type: 'barcode' }>,
  code: string,
  encoder: Encoder,
): DrawnElement {
  if (!element.hasText) return checked(encoder.barcode(code, element), { texts: [], code })
  const sizePt = Math.min(codeTextPt * 1.3, (element.heightMm * codeTextShare) / mmPerPt / 1.15)
  const textMm = sizePt * 1.15 * mmPerPt
  const bars = encoder.barcode(code, { ...element, heightMm: element.heightMm - textMm })
  const place = { ...element, yMm: element.yMm + element.heightMm - textMm, heightMm: textMm }
  const look = { align: 'center', vertical: 'bottom', isBold: false, isWrapped: false } as const
  const texts = setText({ ...place, ...look, sizePt, isCallNumber: false }, code)
  return checked(bars, { texts, code })
}

function checked({ rects, barMm }: DrawnCode, rest: Pick<Parts, 'texts'> & { code: string }): DrawnElement {
  const { texts, code } = rest
  const problem = barMm < leastBarMm - 1e-6 ? ({ problem: 'code_too_long', code } as const) : null
  return { rects, texts, problem, barMm }
}

/** Four thin bars around a place. */
function frameOf({ xMm, yMm, widthMm, heightMm, lineMm }: Extract<LabelElement, { type: 'box' }>): Parts {
  // Thinner than two lines it is a line itself.
  if (heightMm <= 2 * lineMm || widthMm <= 2 * lineMm)
    return { rects: [{ xMm, yMm, widthMm, heightMm }], texts: [] }
  return {
    rects: [
      { xMm, yMm, widthMm, heightMm: lineMm },
      { xMm, yMm: yMm + heightMm - lineMm, widthMm, heightMm: lineMm },
      { xMm, yMm, widthMm: lineMm, heightMm },
      { xMm: xMm + widthMm - lineMm, yMm, widthMm: lineMm, heightMm },
    ],
    texts: [],
  }
}

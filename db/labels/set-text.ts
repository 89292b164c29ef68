import type { Drawing, LabelText } from '../../shared/labels/contract.ts'
import { callNumberLines, mmPerPt } from '../../shared/labels/rules.ts'
import type * as z from 'zod'
import { textWidthPt, wrappedLines } from '../documents/paper.ts'

type Element = Omit<z.output<typeof LabelText>, 'type' | 'text'>
type Line = Drawing['texts'][number]

const lineHeight = 1.15
/** Of the letters' size, what stands above and below their line in Times New Roman and Tinos. */
const ascent = 0.891
const descent = 0.216
/** A text too long for its place becomes smaller, but not so small that nobody reads it. */
const leastShare = 0.6
const stepPt = 0.25
/** Programs draw Vietnamese letters a little wider than their base letters. */
const roomShare = 0.98

/** Text in its place: as large as the design says where it fits, smaller where it must, cut where even that is too long. */
export function setText(element: Element, text: string): Line[] {
  if (text.trim() === '') return []
  const leastPt = element.sizePt * leastShare
  let sizePt = element.sizePt
  let lines = linesAt(element, text, sizePt)
  while (!fits(element, lines, sizePt) && sizePt - stepPt >= leastPt) {
    sizePt -= stepPt
    lines = linesAt(element, text, sizePt)
  }
  return placed(element, cut(element, lines, sizePt), sizePt)
}

const roomPt = ({ widthMm }: Element) => (widthMm / mmPerPt) * roomShare
const weightOf = ({ isBold }: Element) => (isBold ? 'bold' : 'regular')

function linesAt(element: Element, text: string, sizePt: number): string[] {
  const room = roomPt(element)
  const weight = weightOf(element)
  const has = (line: string) => textWidthPt(line, sizePt, weight) <= room
  return text.split('\n').flatMap((line) => {
    if (element.isCallNumber) return callNumberLines(line, has)
    return element.isWrapped ? wrappedLines(line, room, { sizePt, weight }) : [line]
  })
}

function fits(element: Element, lines: readonly string[], sizePt: number): boolean {
  const room = roomPt(element)
  return (
    lines.length * sizePt * lineHeight * mmPerPt <= element.heightMm + 0.01 &&
    lines.every((line) => textWidthPt(line, sizePt, weightOf(element)) <= room)
  )
}

/** What still stands over is left out, and an ellipsis says so. */
function cut(element: Element, lines: readonly string[], sizePt: number): string[] {
  const most = Math.max(1, Math.floor((element.heightMm + 0.01) / (sizePt * lineHeight * mmPerPt)))
  const shown = lines.slice(0, most)
  return shown.map((line, index) => {
    const isCut = index === most - 1 && lines.length > most
    return shortened(isCut ? `${line}…` : line, element, sizePt)
  })
}

function shortened(line: string, element: Element, sizePt: number): string {
  const room = roomPt(element)
  const width = (text: string) => textWidthPt(text, sizePt, weightOf(element))
  if (width(line) <= room) return line
  let kept = line.replace(/…$/, '')
  while (kept.length > 1 && width(`${kept}…`) > room) kept = kept.slice(0, -1).trimEnd()
  return `${kept}…`
}

function placed(element: Element, lines: readonly string[], sizePt: number): Line[] {
  const { xMm, yMm, widthMm, heightMm, align, vertical, isBold } = element
  const stepMm = sizePt * lineHeight * mmPerPt
  const spare = heightMm - lines.length * stepMm
  const top = yMm + (vertical === 'top' ? 0 : vertical === 'middle' ? spare / 2 : spare)
  const baseline = ((lineHeight - ascent - descent) / 2 + ascent) * sizePt * mmPerPt
  return lines.map((text, index) => {
    const lineMm = textWidthPt(text, sizePt, weightOf(element)) * mmPerPt
    const indent = align === 'left' ? 0 : align === 'center' ? (widthMm - lineMm) / 2 : widthMm - lineMm
    return {
      xMm: xMm + indent,
      yMm: top + index * stepMm + baseline,
      widthMm: lineMm,
      text,
      sizePt,
      isBold,
    }
  })
}

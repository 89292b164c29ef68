import type {
  LabelDesign,
  LabelSource,
  PrintRun,
  SheetFields,
  Template,
} from '../../shared/labels/contract.ts'
import {
  corrected,
  fitDesign,
  labelsPerPage,
  pagesFor,
  placeOnSheet,
  spread,
} from '../../shared/labels/rules.ts'
import type * as z from 'zod'
import type { Reader } from '../connection.ts'
import type { DrawnPage } from '../documents/index.ts'
import type { Fail } from '../failure.ts'
import type { Encoder } from './codes.ts'
import { draw, type CodeProblem, type Drawn } from './drawing.ts'
import { correctionOf, type Correction } from './printers.ts'
import { requireSheet } from './sheets.ts'
import { labelsOf } from './sources.ts'
import { requireTemplate } from './templates.ts'
import type { LabelOf } from './values.ts'

type RunError =
  | 'template_not_found'
  | 'sheet_not_found'
  | 'printer_not_found'
  | 'start_off_sheet'
  | 'source_wrong'
  | 'nothing_to_print'
  | 'too_many_labels'

/** A run with everything that is asked for by number looked up. */
export type Run = {
  by: LabelSource['by']
  template: Template
  sheet: SheetFields & { name: string }
  printer: Correction
  design: LabelDesign
  isFitted: boolean
  labels: LabelOf[]
  waiting: number
  startAt: number
  each: number
}

export async function readRun(
  db: Reader,
  { source, templateId, sheetId, printerId, startAt, each }: z.output<typeof PrintRun>,
  fail: Fail<RunError>,
): Promise<Run> {
  const template = await requireTemplate(db, templateId, fail)
  const sheet = await requireSheet(db, sheetId, fail)
  const printer = await correctionOf(db, printerId, fail)
  requireStart(sheet, startAt, fail)
  const { labels, waiting } = await labelsOf(db, { source, template, each }, fail)
  const design = fitDesign(template.design, { widthMm: sheet.labelWidthMm, heightMm: sheet.labelHeightMm })
  const isFitted = design !== template.design
  return { by: source.by, template, sheet, printer, design, isFitted, labels, waiting, startAt, each }
}

export function requireStart(sheet: SheetFields, startAt: number, fail: Fail<'start_off_sheet'>): void {
  const perPage = labelsPerPage(sheet)
  if (startAt > perPage) fail('start_off_sheet', { startAt, places: perPage })
}

export type Problem = { copyId: number | null; name: string; code: string; problem: CodeProblem }

/** Labels drawn one after another; those whose codes no reader would read back are named instead. */
export function drawLabels(
  { design, labels }: Pick<Run, 'design' | 'labels'>,
  encoder: Encoder,
  onDrawn: (done: number) => void = () => {},
): { drawn: { label: LabelOf; drawing: Drawn['drawing'] }[]; problems: Problem[] } {
  const drawn: { label: LabelOf; drawing: Drawn['drawing'] }[] = []
  const problems: Problem[] = []
  for (const [index, label] of labels.entries()) {
    const { drawing, problem } = draw(design, label.values, encoder)
    if (problem) problems.push({ copyId: label.copyId, name: label.name, ...problem })
    else drawn.push({ label, drawing })
    onDrawn(index + 1)
  }
  return { drawn, problems }
}

type Laid = Pick<Run, 'sheet' | 'printer' | 'startAt' | 'each'>

/** Each drawing so many times, on its place of its page, put right for the printer. */
export function layOut(
  drawings: readonly Drawn['drawing'][],
  { sheet, printer, startAt, each }: Laid,
): DrawnPage[] {
  const perPage = labelsPerPage(sheet)
  const count = drawings.length * each
  const pages = Array.from({ length: pagesFor(count, { startAt, perPage }) }, (): Paged => ({
    rects: [],
    texts: [],
  }))
  for (const [index, { page, place }] of spread(count, { startAt, perPage }).entries()) {
    const drawing = drawings[Math.floor(index / each)]
    const target = pages[page]
    if (!drawing || !target) continue
    const corner = placeOnSheet(sheet, place)
    for (const rect of drawing.rects) target.rects.push(movedRect(rect, corner, printer))
    for (const text of drawing.texts)
      target.texts.push({ ...text, ...corrected(shifted(text, corner), printer) })
  }
  return pages
}

type Paged = { rects: DrawnPage['rects'][number][]; texts: DrawnPage['texts'][number][] }
type Point = { xMm: number; yMm: number }

const shifted = ({ xMm, yMm }: Point, corner: Point): Point => ({
  xMm: xMm + corner.xMm,
  yMm: yMm + corner.yMm,
})

function movedRect(
  rect: Point & { widthMm: number; heightMm: number },
  corner: Point,
  printer: Correction,
): DrawnPage['rects'][number] {
  return {
    ...corrected(shifted(rect, corner), printer),
    widthMm: (rect.widthMm * printer.scaleXPercent) / 100,
    heightMm: (rect.heightMm * printer.scaleYPercent) / 100,
  }
}

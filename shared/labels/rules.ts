import type {
  LabelDesign,
  LabelElement,
  LabelField,
  LabelValues,
  PrinterFields,
  SheetFields,
} from './design.ts'

export const mmPerPt = 25.4 / 72

/** Code 128 writes ASCII without control characters; nothing else is read back by every reader. */
export const isAscii = (code: string): boolean => /^[\x20-\x7E]+$/.test(code)

/** A text with its fields filled in; what has no value leaves no space behind. */
export function filled(text: string, values: LabelValues): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/\{(\w+)\}/g, (_, field: string) => values[field as LabelField] ?? '')
        .replace(/ {2,}/g, ' ')
        .trim(),
    )
    .join('\n')
    .trim()
}

/** 895.922 34: a class number printed in groups of three stays together before it is broken anew. */
const groupedClass = /^\d{1,3}\.\d{3}(?: \d{1,3}(?![\d.]))+(?= |$)/

/** The parts of a call number, one to a line: class number, mark, volume, year. */
export function callNumberParts(callNumber: string): string[] {
  const clean = callNumber.trim().replace(/\s+/g, ' ')
  if (clean === '') return []
  const grouped = groupedClass.exec(clean)?.[0]
  if (grouped === undefined) return clean.split(' ')
  const rest = clean.slice(grouped.length).trim()
  return [grouped.replace(/ /g, ''), ...(rest === '' ? [] : rest.split(' '))]
}

/** A part too long for its line is broken at its point, then after every third figure. */
export function callNumberLines(callNumber: string, fits: (line: string) => boolean): string[] {
  return callNumberParts(callNumber).flatMap((part) => {
    if (fits(part)) return [part]
    const [whole = '', decimals] = part.split('.')
    if (decimals === undefined || !/^\d+$/.test(whole)) return [part]
    const groups = decimals.match(/.{1,3}/g) ?? []
    return [whole, ...joined(groups, fits).map((line, index) => (index === 0 ? `.${line}` : line))]
  })
}

/** As many groups on one line as fit. */
function joined(groups: readonly string[], fits: (line: string) => boolean): string[] {
  const lines: string[] = []
  for (const group of groups) {
    const last = lines.at(-1)
    if (last !== undefined && fits(`.${last}${group}`)) lines[lines.length - 1] = last + group
    else lines.push(group)
  }
  return lines
}

type Size = { widthMm: number; heightMm: number }

/** The same label on stock of another size: places stretch with it, letters grow no more than the narrower side allows. */
export function fitDesign(design: LabelDesign, { widthMm, heightMm }: Size): LabelDesign {
  const across = widthMm / design.widthMm
  const along = heightMm / design.heightMm
  if (isSame(across) && isSame(along)) return design
  const least = Math.min(across, along)
  const fitted = (element: LabelElement): LabelElement => {
    const place = {
      xMm: tenth(element.xMm * across),
      yMm: tenth(element.yMm * along),
      widthMm: tenth(element.widthMm * across),
      heightMm: tenth(element.heightMm * along),
    }
    if (element.type === 'text')
      return { ...element, ...place, sizePt: Math.max(3, tenth(element.sizePt * least)) }
    return { ...element, ...place }
  }
  return { widthMm, heightMm, elements: design.elements.map(fitted) }
}

const isSame = (ratio: number) => Math.abs(ratio - 1) < 0.005
const tenth = (value: number) => Math.round(value * 10) / 10

export const labelsPerPage = ({ columns, rows }: Pick<SheetFields, 'columns' | 'rows'>): number =>
  columns * rows

/** Upper left corner of a place on a sheet, counted from 0 along the rows. */
export function placeOnSheet(sheet: SheetFields, place: number): { xMm: number; yMm: number } {
  const column = place % sheet.columns
  const row = Math.floor(place / sheet.columns)
  return {
    xMm: sheet.marginLeftMm + column * (sheet.labelWidthMm + sheet.gapXMm),
    yMm: sheet.marginTopMm + row * (sheet.labelHeightMm + sheet.gapYMm),
  }
}

/** Which page and place each of so many labels takes, beginning at a place of the first sheet (1 is its first). */
export function spread(
  labels: number,
  { startAt, perPage }: { startAt: number; perPage: number },
): { page: number; place: number }[] {
  return Array.from({ length: labels }, (_, index) => {
    const at = startAt - 1 + index
    return { page: Math.floor(at / perPage), place: at % perPage }
  })
}

export function pagesFor(labels: number, { startAt, perPage }: { startAt: number; perPage: number }): number {
  return labels === 0 ? 0 : Math.ceil((startAt - 1 + labels) / perPage)
}

/** Where a point must be sent so that this printer puts it where it belongs. */
export function corrected(
  { xMm, yMm }: { xMm: number; yMm: number },
  printer: Pick<PrinterFields, 'shiftXMm' | 'shiftYMm' | 'scaleXPercent' | 'scaleYPercent'>,
): { xMm: number; yMm: number } {
  return {
    xMm: printer.shiftXMm + (xMm * printer.scaleXPercent) / 100,
    yMm: printer.shiftYMm + (yMm * printer.scaleYPercent) / 100,
  }
}

/** By how much a sheet's labels stand over its page; null where all is on it. */
export function overhang(sheet: SheetFields): { side: 'right' | 'bottom'; byMm: number } | null {
  const across = sheet.marginLeftMm + sheet.columns * sheet.labelWidthMm + (sheet.columns - 1) * sheet.gapXMm
  const along = sheet.marginTopMm + sheet.rows * sheet.labelHeightMm + (sheet.rows - 1) * sheet.gapYMm
  const right = tenth(across - sheet.pageWidthMm)
  const bottom = tenth(along - sheet.pageHeightMm)
  if (right > 0) return { side: 'right', byMm: right }
  return bottom > 0 ? { side: 'bottom', byMm: bottom } : null
}

/** Where the test page has its cross, and how long the two rulers of it are; easy to read off with a ruler. */
export function testCross({ pageWidthMm, pageHeightMm }: Pick<SheetFields, 'pageWidthMm' | 'pageHeightMm'>): {
  xMm: number
  yMm: number
  acrossMm: number
  alongMm: number
} {
  const isLarge = pageWidthMm >= 150 && pageHeightMm >= 150
  return {
    // On A4 no edge of the common labels runs through this point.
    xMm: isLarge ? 100 : Math.round(pageWidthMm / 2),
    yMm: isLarge ? 140 : Math.round(pageHeightMm / 2),
    acrossMm: Math.min(100, Math.floor(pageWidthMm / 2) * 2 - 10),
    alongMm: Math.min(100, Math.floor(pageHeightMm / 2) * 2 - 6),
  }
}

type Correction = Pick<PrinterFields, 'shiftXMm' | 'shiftYMm' | 'scaleXPercent' | 'scaleYPercent'>

/** The correction that puts the cross where it belongs, from what was measured on a page printed with `used`. */
export function measuredCorrection(
  measured: ReturnType<typeof testCross>,
  { meant, used }: { meant: ReturnType<typeof testCross>; used: Correction },
): Correction {
  const along = (at: number, was: number, length: { is: number; was: number }, by: AxisCorrection) => {
    const sent = by.scalePercent / 100
    // The printer prints `off + stretch × sent place`; the correction undoes both.
    const stretch = length.is / (length.was * sent)
    const off = at - stretch * (by.shiftMm + sent * was)
    return { scalePercent: hundredth(100 / stretch), shiftMm: hundredth(-off / stretch) }
  }
  const x = along(
    measured.xMm,
    meant.xMm,
    { is: measured.acrossMm, was: meant.acrossMm },
    { shiftMm: used.shiftXMm, scalePercent: used.scaleXPercent },
  )
  const y = along(
    measured.yMm,
    meant.yMm,
    { is: measured.alongMm, was: meant.alongMm },
    { shiftMm: used.shiftYMm, scalePercent: used.scaleYPercent },
  )
  return {
    shiftXMm: x.shiftMm,
    shiftYMm: y.shiftMm,
    scaleXPercent: x.scalePercent,
    scaleYPercent: y.scalePercent,
  }
}

type AxisCorrection = { shiftMm: number; scalePercent: number }
const hundredth = (value: number) => Math.round(value * 100) / 100 + 0

/** The place after the last label of a run, on a sheet that is still in the printer. */
export function nextPlace(
  labels: number,
  { startAt, perPage }: { startAt: number; perPage: number },
): number {
  return ((startAt - 1 + labels) % perPage) + 1
}

/** So many labels one run prints; more would take the memory of a small computer. */
export const mostLabels = 5000
/** Bars thinner than this are not read back by cheap readers, whatever prints them. */
export const leastBarMm = 0.17

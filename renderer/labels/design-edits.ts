import {
  codeFields,
  type LabelDesign,
  type LabelElement,
  type LabelKind,
} from '../../shared/labels/contract.ts'

export type Place = Pick<LabelElement, 'xMm' | 'yMm' | 'widthMm' | 'heightMm'>
export const elementTypes = ['text', 'barcode', 'qr', 'box'] as const
export type ElementType = (typeof elementTypes)[number]

/** Readers' cards hold a card number; everything else the code of its copy. */
export const codesFor = (kind: LabelKind): readonly (typeof codeFields)[number][] =>
  kind === 'card' ? ['cardNumber'] : codeFields.filter((field) => field !== 'cardNumber')

const half = (value: number) => Math.round(value * 2) / 2
const tenth = (value: number) => Math.round(value * 10) / 10

/** A new element in the middle of the label, as large as such a thing needs to be. */
export function newElement(
  type: ElementType,
  kind: LabelKind,
  { widthMm, heightMm }: LabelDesign,
): LabelElement {
  const field = codesFor(kind)[0] ?? 'code'
  const wide = tenth(Math.max(1, widthMm - 4))
  const place = (width: number, height: number): Place => ({
    xMm: tenth((widthMm - width) / 2),
    yMm: tenth((heightMm - height) / 2),
    widthMm: width,
    heightMm: height,
  })
  switch (type) {
    case 'text':
      return {
        type,
        ...place(wide, Math.min(5, heightMm)),
        text: kind === 'card' ? '{personName}' : '{callNumber}',
        sizePt: 9,
        align: 'center',
        vertical: 'middle',
        isBold: false,
        isWrapped: false,
        isCallNumber: false,
      }
    case 'barcode':
      return { type, ...place(wide, tenth(Math.min(14, heightMm))), field, hasText: true }
    case 'qr': {
      const side = tenth(Math.min(18, widthMm, heightMm))
      return { type, ...place(side, side), field }
    }
    case 'box':
      return { type, ...place(tenth(widthMm - 1), tenth(heightMm - 1)), lineMm: 0.2 }
  }
}

/** An element carried by a step, but not off its label; steps of half a millimetre keep things in line. */
export function moved(
  element: LabelElement,
  by: { xMm: number; yMm: number },
  label: LabelDesign,
): LabelElement {
  return {
    ...element,
    xMm: within(half(element.xMm + by.xMm), label.widthMm - element.widthMm),
    yMm: within(half(element.yMm + by.yMm), label.heightMm - element.heightMm),
  }
}

/** An element made larger or smaller at its lower right corner. */
export function resized(
  element: LabelElement,
  by: { xMm: number; yMm: number },
  label: LabelDesign,
): LabelElement {
  return {
    ...element,
    widthMm: Math.max(1, Math.min(half(element.widthMm + by.xMm), tenth(label.widthMm - element.xMm))),
    heightMm: Math.max(1, Math.min(half(element.heightMm + by.yMm), tenth(label.heightMm - element.yMm))),
  }
}

const within = (value: number, most: number) => tenth(Math.max(0, Math.min(value, most)))

export function isOff({ xMm, yMm, widthMm, heightMm }: Place, label: LabelDesign): boolean {
  return xMm + widthMm > label.widthMm + 0.01 || yMm + heightMm > label.heightMm + 0.01
}

/** A free name for a copy: "Nhãn gáy (2)". */
export function nextName(name: string, taken: readonly string[]): string {
  const base = name.replace(/ \(\d+\)$/, '')
  const used = new Set(taken.map((each) => each.toLowerCase()))
  let number = 2
  while (used.has(`${base} (${number})`.toLowerCase())) number += 1
  return `${base} (${number})`
}

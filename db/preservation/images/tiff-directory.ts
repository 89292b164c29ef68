import type { Bytes } from './bytes.ts'
import { BrokenFile } from './facts.ts'

/** A directory of a TIFF: its fields by their tag, read when they are asked for. */
export type Directory = {
  /** Numbers of a field; none where it is absent. */
  numbers: (tag: number) => number[]
  next: number
}

export type TiffForm = {
  bytes: Bytes
  isLittle: boolean
  isBig: boolean
  first: number
  /** Where the file counts from: Exif stands inside another file. */
  base: number
}

const fieldSizes: Record<number, number> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4,
  12: 8,
  13: 4,
  16: 8,
  17: 8,
  18: 8,
}

/** Null for what is no TIFF; 43 is its form for files above 4 GB. */
export function tiffForm(bytes: Bytes, base = 0): TiffForm | null {
  const head = bytes.at(base, 16)
  const order = head.toString('latin1', 0, 2)
  if ((order !== 'II' && order !== 'MM') || head.length < 8) return null
  const isLittle = order === 'II'
  const version = isLittle ? head.readUInt16LE(2) : head.readUInt16BE(2)
  if (version !== 42 && version !== 43) return null
  const isBig = version === 43
  if (isBig && head.length < 16) throw new BrokenFile('cut_short')
  const form = { bytes, isLittle, isBig, first: 0, base }
  return { ...form, first: isBig ? wide(form, head, 8) : long(form, head, 4) }
}

function short({ isLittle }: TiffForm, from: Buffer, at: number): number {
  return isLittle ? from.readUInt16LE(at) : from.readUInt16BE(at)
}
function long({ isLittle }: TiffForm, from: Buffer, at: number): number {
  return isLittle ? from.readUInt32LE(at) : from.readUInt32BE(at)
}
function wide({ isLittle }: TiffForm, from: Buffer, at: number): number {
  return Number(isLittle ? from.readBigUInt64LE(at) : from.readBigUInt64BE(at))
}

export function readDirectory(form: TiffForm, offset: number): Directory {
  const { bytes, isBig, base } = form
  const countSize = isBig ? 8 : 2
  const entrySize = isBig ? 20 : 12
  const pointerSize = isBig ? 8 : 4
  const at = base + offset
  if (offset < 8 || at + countSize > bytes.size) throw new BrokenFile('broken_directory')
  const count = isBig ? wide(form, bytes.at(at, 8), 0) : short(form, bytes.at(at, 2), 0)
  const end = at + countSize + count * entrySize
  if (count === 0 || count > 65_535 || end + pointerSize > bytes.size)
    throw new BrokenFile('broken_directory')
  // The window they were read from may move on.
  const table = Buffer.from(bytes.at(at + countSize, count * entrySize + pointerSize))
  const next = isBig ? wide(form, table, count * entrySize) : long(form, table, count * entrySize)
  return { next, numbers: (tag) => numbersOf(form, table, { tag, count, entrySize }) }
}

type Wanted = { tag: number; count: number; entrySize: number }

function numbersOf(form: TiffForm, table: Buffer, { tag, count, entrySize }: Wanted): number[] {
  for (let at = 0; at < count * entrySize; at += entrySize) {
    if (short(form, table, at) !== tag) continue
    const type = short(form, table, at + 2)
    const size = fieldSizes[type]
    const length = form.isBig ? wide(form, table, at + 4) : long(form, table, at + 4)
    if (size === undefined) throw new BrokenFile('broken_directory')
    return valuesOf(form, table.subarray(at + (form.isBig ? 12 : 8), at + entrySize), { type, size, length })
  }
  return []
}

type Field = { type: number; size: number; length: number }

function valuesOf(form: TiffForm, place: Buffer, { type, size, length }: Field): number[] {
  const total = size * length
  if (total > form.bytes.size) throw new BrokenFile('broken_directory')
  const at =
    total <= place.length ? 0 : form.base + (form.isBig ? wide(form, place, 0) : long(form, place, 0))
  const values = total <= place.length ? place : form.bytes.at(at, total)
  if (values.length < total) throw new BrokenFile('broken_directory')
  return Array.from({ length }, (_, index) => valueAt(form, values, { type, at: index * size }))
}

function valueAt(form: TiffForm, values: Buffer, { type, at }: { type: number; at: number }): number {
  const { isLittle } = form
  switch (type) {
    case 3:
    case 8:
      return short(form, values, at)
    case 4:
    case 9:
    case 13:
      return long(form, values, at)
    case 5:
    case 10:
      return long(form, values, at) / long(form, values, at + 4)
    case 11:
      return isLittle ? values.readFloatLE(at) : values.readFloatBE(at)
    case 12:
      return isLittle ? values.readDoubleLE(at) : values.readDoubleBE(at)
    case 16:
    case 17:
    case 18:
      return wide(form, values, at)
    default:
      return values.readUInt8(at)
  }
}

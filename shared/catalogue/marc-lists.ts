import { fold, words } from '../fold.ts'
import { isDataField, type DataField, type MarcField, type MarcRecord } from './marc.ts'
import { placeByTag, withFieldAt } from './marc-text.ts'

/** A box of the form that shows several places of a record as one text. */
export type ListBox = {
  max: number
  join: string
  carries: (field: DataField) => boolean
  /** Null: a whole field is one entry; else each subfield of this code is one. */
  code: string | null
  /** The text of a field or of a subfield, as the box shows it. */
  pieces: (text: string) => string[]
  textIn: (field: DataField) => string
  /** The field for a new entry; the record is the one it goes into. */
  make: (piece: string, record: MarcRecord) => DataField
  rewrite: (field: DataField, piece: string) => DataField
  rewriteText: (text: string, piece: string) => string
  /** Codes in order, when new entries go into a field that is there: one 260 holds all places. */
  order: string | null
  /** Of a name that changes places the first figure of the tag stays: the main entry is the first one. */
  hasMainEntry: boolean
  /** A text that stood before is not shown again: 830 repeats 490. */
  isUnique: boolean
}

/** A field or subfield while the box is written; known by itself, so places may shift around it. */
type Cell = { code: string; text: string }
type Node = { field: MarcField; cells: Cell[] }
type Entry = { node: Node; cell: Cell | null; pieces: string[] }
type Step = { text: string; entry: Entry | null }
type Shown = { shown: Entry[]; twins: Entry[]; next: Entry | null }

function nodesOf(fields: readonly MarcField[], box: ListBox): Node[] {
  return fields.map((field) => nodeOf(field, box))
}

/** What the box does not show is carried along whole. */
function nodeOf(field: MarcField, box: ListBox): Node {
  const isShown = box.code !== null && isDataField(field) && box.carries(field)
  return { field, cells: isShown ? field.subfields.map(([code, text]) => ({ code, text })) : [] }
}

function entriesIn(node: Node, box: ListBox): Entry[] {
  const { field } = node
  if (!isDataField(field) || !box.carries(field)) return []
  const entries =
    box.code === null
      ? [{ node, cell: null, pieces: box.pieces(box.textIn(field)) }]
      : node.cells
          .filter(({ code }) => code === box.code)
          .map((cell) => ({ node, cell, pieces: box.pieces(cell.text) }))
  return entries.filter(({ pieces }) => pieces.length > 0)
}

/** What the box has room for; the rest is neither shown nor touched. */
function entriesOf(nodes: readonly Node[], box: ListBox): Shown {
  const shown: Entry[] = []
  const twins: Entry[] = []
  let text = ''
  const seen = new Set<string>()
  for (const found of nodes.flatMap((node) => entriesIn(node, box))) {
    const pieces = box.isUnique ? found.pieces.filter((piece) => !seen.has(piece)) : found.pieces
    const entry = { ...found, pieces }
    if (pieces.length === 0) {
      twins.push(entry)
      continue
    }
    for (const piece of pieces) seen.add(piece)
    text += (shown.length > 0 ? box.join : '') + pieces.join(box.join)
    if (text.length > box.max) return { shown, twins, next: entry }
    shown.push(entry)
  }
  return { shown, twins, next: null }
}

function isCarried(field: MarcField, box: ListBox): boolean {
  return isDataField(field) && box.carries(field)
}

export function readList(record: MarcRecord, box: ListBox): string {
  const carrying = record.fields.filter((field) => isCarried(field, box))
  if (carrying.length === 0) return ''
  return entriesOf(nodesOf(carrying, box), box)
    .shown.flatMap(({ pieces }) => pieces)
    .join(box.join)
}

export function writeList(record: MarcRecord, box: ListBox, value: string): MarcRecord {
  const isNew = box.order === null && !record.fields.some((field) => isCarried(field, box))
  if (isNew) return withNew(record, box, value)
  const nodes = nodesOf(record.fields, box)
  const before = entriesOf(nodes, box)
  const steps = stepsFor(box.pieces(value), before.shown, box)
  const kept = steps.flatMap(({ entry }) => entry ?? [])
  for (const entry of before.shown) if (!kept.includes(entry)) remove(nodes, entry)
  for (const { text, entry } of steps) if (entry) rewrite(entry, text, box)
  const slots = reorder(nodes, kept, box)
  insertNew(nodes, box, { steps, slots, next: before.next, leader: record.leader })
  if (before.twins.length > 0) removeFreed(nodes, box, before.twins)
  return recordOf(record.leader, nodes)
}

/** Into a record that has nothing of the box yet: a field for each entry, one after the other. */
function withNew(record: MarcRecord, box: ListBox, value: string): MarcRecord {
  let made = record
  let lowest = 0
  for (const piece of box.pieces(value)) {
    const field = box.make(piece, made)
    const at = Math.max(lowest, placeByTag(made, field.tag))
    made = withFieldAt(made, at, field)
    lowest = at + 1
  }
  return made
}

/** A repeated heading goes with the one it repeated. */
function removeFreed(nodes: Node[], box: ListBox, twins: readonly Entry[]): void {
  const freed = entriesOf(nodes, box).shown.filter((entry) => twins.some(({ node }) => node === entry.node))
  for (const entry of freed) remove(nodes, entry)
}

function recordOf(leader: string, nodes: readonly Node[]): MarcRecord {
  return { leader, fields: nodes.map(({ field }) => field) }
}

/** Which entry each wanted text keeps or corrects; null where the text is new. */
function stepsFor(wanted: readonly string[], entries: readonly Entry[], box: ListBox): Step[] {
  const left = [...entries]
  const steps: Step[] = []
  let index = 0
  while (index < wanted.length) {
    const here = left.findIndex(({ pieces }) =>
      pieces.every((piece, offset) => wanted[index + offset] === piece),
    )
    const entry = here < 0 ? null : (left.splice(here, 1)[0] ?? null)
    const count = entry?.pieces.length ?? 1
    steps.push({ text: wanted.slice(index, index + count).join(box.join), entry })
    index += count
  }
  const corrected = steps.map((step) => ({
    ...step,
    entry: step.entry ?? taken(left, step.text, isSameName),
  }))
  if (box.code === null) return corrected
  return corrected.map((step) => ({ ...step, entry: step.entry ?? taken(left, step.text, () => true) }))
}

/** A text typed over another is that one corrected, and keeps what stands beside it: a role, a price. */
function taken(left: Entry[], text: string, isMeant: (a: string, b: string) => boolean): Entry | null {
  const at = left.findIndex(({ pieces }) => isMeant(pieces.join(' '), text))
  return at < 0 ? null : (left.splice(at, 1)[0] ?? null)
}

function isSameName(a: string, b: string): boolean {
  const [wordsA, wordsB] = [words(fold(a)), words(fold(b))]
  const common = wordsA.filter((word) => wordsB.includes(word)).length
  return common > 0 && common * 2 >= Math.max(wordsA.length, wordsB.length)
}

function remove(nodes: Node[], { node, cell }: Entry): void {
  if (cell)
    setCells(
      node,
      node.cells.filter((other) => other !== cell),
    )
  if (!cell || node.cells.length === 0) nodes.splice(nodes.indexOf(node), 1)
}

function setCells(node: Node, cells: Cell[]): void {
  if (!isDataField(node.field)) return
  node.cells = cells
  node.field = { ...node.field, subfields: cells.map(({ code, text }) => [code, text]) }
}

function rewrite({ node, cell, pieces }: Entry, text: string, box: ListBox): void {
  if (pieces.join(box.join) === text || !isDataField(node.field)) return
  if (cell) {
    cell.text = box.rewriteText(cell.text, text)
    setCells(node, node.cells)
  } else {
    node.field = box.rewrite(node.field, text)
  }
}

/** Puts the contents of the kept entries into the order asked for; the places stay, and are answered in their order. */
function reorder(nodes: readonly Node[], kept: readonly Entry[], box: ListBox): Entry[] {
  const place = ({ node, cell }: Entry) => [nodes.indexOf(node), cell ? node.cells.indexOf(cell) : 0] as const
  const slots = kept.toSorted((a, b) => place(a)[0] - place(b)[0] || place(a)[1] - place(b)[1])
  if (slots.every((slot, index) => slot === kept[index])) return slots
  const contents = kept.map(({ node, cell }) => ({ field: node.field, text: cell?.text ?? '' }))
  for (const [index, { node, cell }] of slots.entries()) {
    const content = contents[index]
    if (!content) continue
    if (cell) {
      cell.text = content.text
      setCells(node, node.cells)
    } else {
      node.field = inPlaceOf(node.field, content.field, box)
    }
  }
  return slots
}

function inPlaceOf(old: MarcField, moved: MarcField, { hasMainEntry }: ListBox): MarcField {
  if (!hasMainEntry || !isDataField(moved) || old.tag[0] === moved.tag[0]) return moved
  return {
    ...moved,
    tag: old.tag.slice(0, 1) + moved.tag.slice(1),
    indicators: `${moved.indicators.slice(0, 1)} `,
  }
}

type Insertion = { steps: readonly Step[]; slots: Entry[]; next: Entry | null; leader: string }

function insertNew(nodes: Node[], box: ListBox, { steps, slots, next, leader }: Insertion): void {
  const ahead = [...slots]
  let previous: Entry | null = null
  for (const { text, entry } of steps) {
    if (entry) {
      previous = ahead.shift() ?? null
      continue
    }
    const gap: Gap = { text, previous, next: ahead[0] ?? next }
    previous = insertInside(nodes, box, gap) ?? insertField(nodes, box, { ...gap, leader })
  }
}

type Gap = { text: string; previous: Entry | null; next: Entry | null }

/** As a subfield: between two of one field, or into the field that holds all of its kind. */
function insertInside(nodes: readonly Node[], box: ListBox, { text, previous, next }: Gap): Entry | null {
  if (box.code === null) return null
  const isBetween = previous !== null && previous.node === next?.node
  if (!box.order && !isBetween) return null
  const node =
    previous?.node ?? next?.node ?? nodes.find(({ field }) => isDataField(field) && box.carries(field))
  if (!node) return null
  const at = previous?.cell
    ? node.cells.indexOf(previous.cell) + 1
    : next?.cell
      ? node.cells.indexOf(next.cell)
      : placeOfCode(node.cells, box.code, box.order ?? '')
  const cell = { code: box.code, text }
  setCells(node, node.cells.toSpliced(at, 0, cell))
  return { node, cell, pieces: [text] }
}

export function placeOfCode(cells: readonly { code: string }[], code: string, order: string): number {
  const rank = order.indexOf(code)
  const before = cells.findLastIndex((cell) => order.includes(cell.code) && order.indexOf(cell.code) < rank)
  if (before >= 0) return before + 1
  const after = cells.findIndex((cell) => order.indexOf(cell.code) > rank)
  return after < 0 ? cells.length : after
}

function insertField(
  nodes: Node[],
  box: ListBox,
  { text, previous, next, leader }: Gap & { leader: string },
): Entry {
  const record = recordOf(leader, nodes)
  const field = box.make(text, record)
  const lowest = previous ? nodes.indexOf(previous.node) + 1 : 0
  const highest = next ? nodes.indexOf(next.node) : nodes.length
  const at = Math.max(lowest, Math.min(placeByTag(record, field.tag), highest))
  const node = nodeOf(field, box)
  nodes.splice(at, 0, node)
  return { node, cell: node.cells.find(({ code }) => code === box.code) ?? null, pieces: [text] }
}

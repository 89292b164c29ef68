import type { ReadProblem } from './entry.ts'
import { delimiter, fieldEnd, type Span } from './iso2709-fields.ts'
import { unknownTag, type DirectoryEntry } from './iso2709-directory.ts'
import { glimpse, note } from './values.ts'

/** `cut`: the last content is half of one. */
export type Cut = 'whole' | 'cut'

type Range = { from: number; to: number }
export type Contents = { spans: Span[]; problems: ReadProblem[]; isPlain: boolean }

type Place = DirectoryEntry & { order: number }
/** Neighbours of which something is unclear: entries without content and contents without entry. */
type Gap = { places: Place[]; contents: Range[]; from: number; to: number }
type Found = { order: number; span: Span }

/**
 * Brings together what the directory says and where terminators stand. Where both agree nothing is in doubt; between
 * such places offsets count if they fit without a gap (a terminator got lost), else the order if the numbers agree
 * (lengths got wrong, as after a change of encoding). A text whose tag is uncertain is reported, never guessed.
 */
export function contentsFrom(bytes: Buffer, data: Range, entries: DirectoryEntry[], cut: Cut): Contents {
  const places = inOrderOfData(entries)
  const contents = contentsBetween(bytes, data, cut)
  const { found, gaps } = agreed(places, contents, data)
  const problems: ReadProblem[] = []
  const isPlain = gaps.every((gap) => gap.places.length === 0 && gap.contents.length === 0)
  for (const gap of gaps) found.push(...settle(bytes, gap, data, problems))
  const sorted = found.toSorted((one, other) => one.order - other.order)
  const spans = sorted.flatMap(({ span }) =>
    span.tag === unknownTag ? report(bytes, span, problems) : [span],
  )
  return { spans, problems, isPlain: isPlain && cut === 'whole' }
}

function report(bytes: Buffer, { from, to }: Range, problems: ReadProblem[]): [] {
  const text = glimpse(bytes.toString('utf8', from, Math.min(to, from + 200)))
  if (to > from) note(problems, 'field_untagged', text)
  return []
}

/** A directory need not be in the order of the data. */
function inOrderOfData(entries: DirectoryEntry[]): Place[] {
  const places = entries.map((entry, order) => ({ ...entry, order }))
  const areKnown = new Set(places.map(({ start }) => start)).size === places.length
  return areKnown && places.every(({ start }) => start >= 0)
    ? places.toSorted((one, other) => one.start - other.start)
    : places
}

function contentsBetween(bytes: Buffer, { from, to }: Range, cut: Cut): Range[] {
  const contents: Range[] = []
  let start = from
  for (
    let end = bytes.indexOf(fieldEnd, from);
    end !== -1 && end < to;
    end = bytes.indexOf(fieldEnd, start)
  ) {
    contents.push({ from: start, to: end })
    start = end + 1
  }
  if (start < to && cut === 'whole') contents.push({ from: start, to })
  return contents
}

function agreed(places: Place[], contents: Range[], data: Range): { found: Found[]; gaps: Gap[] } {
  const byStart = new Map(contents.map((content, at) => [content.from, at]))
  const found: Found[] = []
  const gaps: Gap[] = []
  let gap: Gap = { places: [], contents: [], from: data.from, to: data.to }
  let next = 0
  for (const place of places) {
    const at = byStart.get(data.from + place.start) ?? -1
    const content = contents[at]
    if (!content || at < next || content.to - content.from !== place.length - 1) {
      gap.places.push(place)
      continue
    }
    gaps.push({ ...gap, contents: contents.slice(next, at), to: content.from })
    gap = { places: [], contents: [], from: content.to + 1, to: data.to }
    found.push({ order: place.order, span: { tag: place.tag, ...content } })
    next = at + 1
  }
  gaps.push({ ...gap, contents: contents.slice(next) })
  return { found, gaps }
}

function settle(bytes: Buffer, gap: Gap, data: Range, problems: ReadProblem[]): Found[] {
  const tiled = byOffsets(bytes, gap, data)
  if (tiled) return tiled
  const pairs = gap.places.length === gap.contents.length ? byPosition(bytes, gap) : byLengths(gap)
  const used = new Set(pairs.map(({ span }) => span.from))
  const orders = new Set(pairs.map(({ order }) => order))
  for (const content of gap.contents) if (!used.has(content.from)) report(bytes, content, problems)
  for (const { tag, order } of gap.places) {
    if (!orders.has(order)) note(problems, 'field_missing', tag)
  }
  return pairs
}

/** Entries that fill the gap without a hole, each with a content that looks like one of its tag. */
function byOffsets(bytes: Buffer, gap: Gap, data: Range): Found[] | null {
  const found: Found[] = []
  let from = gap.from
  for (const { tag, start, length, order } of gap.places) {
    const span = { tag, from, to: from + length - 1 }
    if (data.from + start !== from || length < 1 || !suits(bytes, span)) return null
    found.push({ order, span })
    from += length
  }
  return from === gap.to || from === gap.to + 1 ? found : null
}

function byPosition(bytes: Buffer, { places, contents }: Gap): Found[] {
  const pairs = places.flatMap(({ tag, order }, at) => {
    const content = contents[at]
    return content ? [{ order, span: { tag, ...content } }] : []
  })
  const unlike = pairs.filter(({ span }) => !suits(bytes, span)).length
  return unlike * 2 > pairs.length && unlike > 1 ? [] : pairs
}

const lookAhead = 8

/** Where their numbers differ only contents of exactly the length that an entry gives, in the same order. */
function byLengths({ places, contents }: Gap): Found[] {
  const pairs: Found[] = []
  let next = 0
  for (const { tag, length, order } of places) {
    const near = contents.slice(next, next + lookAhead)
    const ahead = near.findIndex(({ from, to }) => to - from === length - 1)
    const content = near[ahead]
    if (!content) continue
    pairs.push({ order, span: { tag, ...content } })
    next += ahead + 1
  }
  return pairs
}

/** Data fields have a delimiter after two indicators, control fields have none. */
function suits(bytes: Buffer, { tag, from, to }: Span): boolean {
  return tag.startsWith('00') ? bytes[from + 2] !== delimiter : to > from + 2 && bytes[from + 2] === delimiter
}

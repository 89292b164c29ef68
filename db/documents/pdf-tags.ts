import builder from 'pdfmake/js/LayoutBuilder.js'
import renderer from 'pdfmake/js/Renderer.js'
import type { Content, ContentTable, TableCell } from 'pdfmake/interfaces.js'

/**
 * What a stretch of a paper is, so that a program that reads it aloud, or takes a table out of it, need not guess. pdfmake
 * lays out and draws without saying; its pdfkit can say. Here the nodes are marked before the layout, whose pieces keep
 * the mark, and each piece is wrapped in it when it is drawn. What bears no mark is decoration.
 */
export type Part = {
  type: 'H1' | 'H2' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure'
  alt?: string
  colSpan?: number
  parts: Part[]
  tree: Part[]
}
/** A node of a paper as far as its kind shows in what it has. */
type Node = {
  tag?: 'H1'
  outline?: boolean
  alt?: string
  colSpan?: number
  text?: unknown
  stack?: Content[]
  columns?: Content[]
  table?: ContentTable['table']
  part?: Part
}

/** The same content with its marks, under a tree of its own. */
export function withTags<Section extends { section: Content }>(sections: readonly Section[]): Section[] {
  const tree: Part[] = []
  return sections.map((each) => ({ ...each, section: tagged(each.section, tree, tree) }))
}

function newPart(type: Part['type'], into: Part[], tree: Part[]): Part {
  const part: Part = { type, parts: [], tree }
  into.push(part)
  return part
}

function tagged(content: Content, into: Part[], tree: Part[]): Content {
  if (Array.isArray(content)) return content.map((each) => tagged(each, into, tree))
  if (typeof content !== 'object') return content
  return marked(content as Node, into, tree) as Content
}

function marked(node: Node, into: Part[], tree: Part[]): Node {
  const all = (contents: Content[]) => contents.map((each) => tagged(each, into, tree))
  const { stack, columns, table, alt } = node
  if (stack) return { ...node, stack: all(stack) }
  if (columns) return { ...node, columns: all(columns) }
  if (table?.headerRows) return { ...node, table: { ...table, body: headed(table, into, tree) } }
  // A table that only puts things beside each other is none to whoever hears it.
  if (table) return { ...node, table: { ...table, body: table.body.map((row) => all(row as Content[])) } }
  if (alt !== undefined) return { ...node, part: Object.assign(newPart('Figure', into, tree), { alt }) }
  return node.text === undefined ? node : texted(node, into, tree)
}

function texted(node: Node, into: Part[], tree: Part[]): Node {
  const runs = Array.isArray(node.text) ? node.text : [node.text]
  const isBlank = runs.every((run) => typeof run === 'string' && run.trim() === '')
  if (isBlank) return node
  const last = into.at(-1)
  const isCell = last?.type === 'TH' || last?.type === 'TD'
  return { ...node, part: isCell ? last : newPart(node.tag ?? (node.outline ? 'H2' : 'P'), into, tree) }
}

function headed({ body, headerRows = 0 }: ContentTable['table'], into: Part[], tree: Part[]): TableCell[][] {
  const whole = newPart('Table', into, tree)
  return body.map((cells, at) => {
    const row = newPart('TR', whole.parts, tree)
    let covered = 0
    return cells.map((cell) => {
      covered -= 1
      if (covered > 0) return cell
      const part = newPart(at < headerRows ? 'TH' : 'TD', row.parts, tree)
      const { colSpan = 1 } = cell as Node
      if (colSpan > 1) part.colSpan = covered = colSpan
      return tagged(cell as Content, [part], tree) as TableCell
    })
  })
}

type Element = { add(child: unknown): void; dictionary: { data: { A?: unknown } } }
/** What pdfkit offers for it, of which its types know nothing. */
type Pdf = {
  options: { tagged?: boolean }
  page: { markings: readonly unknown[] }
  struct(type: string, options?: { alt?: string; scope?: string }): Element
  addStructure(element: Element): void
  markStructureContent(type: string): unknown
  markContent(type: 'Artifact', options: { type: 'Layout' }): void
  endMarkedContent(): void
}

const elementsOf = new WeakMap<Pdf, Map<Part, Element>>()
const pageOf = new WeakMap<Part, object>()

/** All elements of a paper are there before the first is drawn, so that empty cells keep their place. */
function elementsIn(pdf: Pdf, tree: readonly Part[]): Map<Part, Element> {
  const known = elementsOf.get(pdf)
  if (known) return known
  const elements = new Map<Part, Element>()
  function grow(parts: readonly Part[], parent: Element): void {
    for (const part of parts) {
      const scope = part.type === 'TH' ? { scope: 'Column' } : {}
      const element = pdf.struct(part.type, {
        ...scope,
        ...(part.alt === undefined ? {} : { alt: part.alt }),
      })
      if (part.colSpan !== undefined) element.dictionary.data.A = { O: 'Table', ColSpan: part.colSpan }
      elements.set(part, element)
      parent.add(element)
      grow(part.parts, element)
    }
  }
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  grow(tree, root)
  elementsOf.set(pdf, elements)
  return elements
}

/** The head of a table is repeated on each of its pages, and said once. */
function isRepeated(pdf: Pdf, part: Part): boolean {
  const first = pageOf.get(part) ?? pdf.page
  pageOf.set(part, first)
  return part.type === 'TH' && first !== pdf.page
}

/** Decoration stays open until words come, over the turn of a page too: a table has more rules than words. */
function begin(pdf: Pdf, part: Part | undefined): boolean {
  const element = part && !isRepeated(pdf, part) ? elementsIn(pdf, part.tree).get(part) : undefined
  const isDecorating = pdf.page.markings.length > 0
  if (!part || !element) {
    if (!isDecorating) pdf.markContent('Artifact', { type: 'Layout' })
    return false
  }
  if (isDecorating) pdf.endMarkedContent()
  element.add(pdf.markStructureContent(part.type))
  return true
}

type Method = (this: { pdfDocument: object }, ...given: object[]) => Marked | undefined
type Marked = { part?: Part }

/** Does more than a method of pdfmake does by itself, and notices when there is none of that name any more. */
function extend(
  of: PdfmakeClass | { default: PdfmakeClass },
  name: string,
  more: (itself: Method) => Method,
): void {
  const { prototype } = 'default' in of ? of.default : of
  const itself = prototype[name] as Method | undefined
  if (!itself) throw new Error(`pdfmake has no ${name} any more`)
  prototype[name] = more(itself) as never
}

/** A line bears the mark of the text that it is of. */
extend(builder, 'buildNextLine', (itself) => {
  return function (text: Marked) {
    const line = itself.call(this, text)
    if (line && text.part) line.part = text.part
    return line
  }
})
for (const name of ['renderLine', 'renderVector', 'renderImage', 'renderSVG']) {
  extend(renderer, name, (itself) => {
    return function (item: Marked, ...place) {
      const pdf = this.pdfDocument as Pdf
      const isPart = pdf.options.tagged === true && begin(pdf, item.part)
      itself.call(this, item, ...place)
      if (isPart) pdf.endMarkedContent()
      return undefined
    }
  })
}

import type { Shape } from '../../shared/drawing.ts'
import type { Language } from '../../shared/texts.ts'
import { wordsIn } from '../words.ts'
import type {
  Block,
  Chart,
  Column,
  Letterhead,
  Manner,
  OfficialDocument,
  Orientation,
  Signature,
  Square,
  Table,
} from './document.ts'
import { type Marker, newMarker } from './marks.ts'
import { type Cell, type StatusWords, cellOf, clean } from './numbers.ts'

/** The paper with every word and figure decided: the three formats only lay it out, so they cannot disagree. */
export type Worded = {
  language: Language
  state: string
  motto: string
  governingBody: string
  issuingBody: string
  numberLine: string
  /** Of an official letter, under its number; '' in papers that have a title. */
  aboutLine: string
  /** As it is dated; null leaves it to the pen. */
  day: string | null
  placeAndDate: string
  kind: string
  subject: string
  title: string
  author: string
  /** The day of the paper and never that of printing it: the same paper is the same file. */
  madeOn: Date
  addresseesLabel: string
  addressees: string[]
  orientation: Orientation
  blocks: WordedBlock[]
  signature: WordedSignature | null
  recipientsLabel: string
  recipients: string[]
  annexes: WordedAnnex[]
  footer: string
  seal: string
  sheetWords: { text: string; table: (number: number) => string; see: (sheet: string) => string }
}

export type WordedAnnex = {
  label: string
  title: string
  attached: string
  orientation: Orientation
  blocks: WordedBlock[]
  isHandedOut: boolean
}
export type WordedBlock =
  | { type: 'paragraph'; text: string; lead: string; manner: Manner }
  | { type: 'heading'; level: 1 | 2 | 3; text: string }
  | Square
  | WordedTable
  | { type: 'signatures'; places: WordedSignature[] }
export type WordedTable = {
  type: 'table'
  caption: string
  note: string
  chart: WordedChart | null
  columns: Column[]
  rows: WordedRow[]
}
export type WordedChart = Chart & { language: Language }
/** `marks` says by which name the figure in each cell is found again; null where the cell holds none. */
type MarkedCells = { cells: Cell[]; code: string; marks: (string | null)[] }
export type WordedRow =
  | ({ type: 'values' } & MarkedCells)
  /** `sums` are the places of cells that add up what stands above. */
  | ({ type: 'total'; sums: number[] } & MarkedCells)
  | { type: 'group'; label: string }
export type WordedSignature = { capacity: string[]; note: string; name: string }

type Words = (typeof wordsIn)[Language]

/** Of a paper whose date is still to be written by hand. */
const undatedDay = '2000-01-01'
/** Room for a pen: no-break spaces, which no format collapses. */
const penRoom = '\u00A0'.repeat(8)

function twoDigits(text: string): string {
  return /^\d$/.test(text) ? `0${text}` : text
}

/** Days below 10 and the months 1 and 2 carry a leading 0, other months do not (Decree 30/2020). */
function dateWords(date: string | null, language: Language): string {
  const t = wordsIn[language]
  if (date === null) {
    return t('documents.letterhead.date', { day: penRoom, month: penRoom, year: penRoom })
  }
  const [year = '', month = '', day = ''] = date.split('-')
  if (language === 'vi') {
    const shownMonth = Number(month) < 3 ? month : String(Number(month))
    return t('documents.letterhead.date', { day, month: shownMonth, year })
  }
  const name = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(new Date(date))
  return t('documents.letterhead.date', { day: String(Number(day)), month: name, year })
}

function paperNumber(letterhead: Letterhead): string {
  const number = twoDigits(clean(letterhead.number)) || penRoom
  const symbol = clean(letterhead.symbol)
  return symbol ? `${number}/${symbol}` : number
}

type Voice = { language: Language; marker: Marker }

function wordTable(table: Table, { language, marker }: Voice, statusWords: StatusWords): WordedTable {
  const columns = table.columns.map((column) => ({ ...column, label: clean(column.label) }))
  const rows = table.rows.map((row): WordedRow => {
    if (row.type === 'group') return { type: 'group', label: clean(row.label) }
    const cells = columns.map((column) => cellOf(row.values[column.key], column, { language, statusWords }))
    const { code = '' } = row
    const isFigure = ({ key, kind }: Column) => code !== '' && kind === 'number' && key !== 'number'
    const marks = columns.map((column) => (isFigure(column) ? marker(code, column.key) : null))
    if (row.type === 'values') return { type: 'values', cells, code, marks }
    const sums = (row.sums ?? []).map((key) => columns.findIndex((column) => column.key === key))
    return { type: 'total', cells, code, marks, sums }
  })
  const [caption, note] = [clean(table.caption ?? ''), clean(table.note ?? '')]
  return {
    type: 'table',
    caption,
    note,
    chart: table.chart ? { ...cleanChart(table.chart), language } : null,
    columns,
    rows,
  }
}

/** Names of machines stand in it as they were typed. */
function cleanChart(chart: Chart): Chart {
  const { drawing } = chart
  const shapes = drawing.shapes.map((shape): Shape => {
    if (shape.kind === 'text') return { ...shape, text: clean(shape.text) }
    return shape.kind === 'line' ? shape : { ...shape, label: clean(shape.label) }
  })
  return { ...chart, drawing: { ...drawing, title: clean(drawing.title), shapes } }
}

function wordSignature(signature: Signature, hint: string): WordedSignature {
  const capacity = clean(signature.capacity).toLocaleUpperCase('vi').split('\n').map(clean)
  return { capacity, note: clean(signature.signedNote ?? '') || hint, name: clean(signature.name) }
}

function wordBlock(block: Block, voice: Voice): WordedBlock[] {
  const t = wordsIn[voice.language]
  switch (block.type) {
    case 'paragraph': {
      const lines = clean(block.text).split('\n').map(clean).filter(Boolean)
      const lead = clean(block.lead ?? '')
      return lines.map((text, index) => ({
        type: 'paragraph',
        text,
        lead: index === 0 && lead !== '' ? `${lead} ` : '',
        manner: block.manner ?? 'body',
      }))
    }
    case 'heading':
      return [{ type: 'heading', level: block.level, text: clean(block.text) }]
    case 'list':
      return block.items.map((item, index) => {
        const mark = block.ordered ? `${index + 1}.` : '-'
        return { type: 'paragraph', text: `${mark} ${clean(item)}`, lead: '', manner: 'body' }
      })
    case 'square':
      return [block]
    case 'table':
      return [
        wordTable(block, voice, {
          not_applicable: t('documents.table.not_applicable'),
          not_collected: t('documents.table.not_collected'),
          zero_base: t('documents.table.zero_base'),
        }),
      ]
    case 'signatures': {
      const places = block.places.map((place) => wordSignature(place, t('documents.ending.signHere')))
      return [{ type: 'signatures', places }]
    }
  }
}

/** '- Như trên;' … '- Lưu: VT.', whatever punctuation the library typed. */
function dashed(lines: string[]): string[] {
  const bare = lines
    .map((line) =>
      clean(line)
        .replace(/^[-–+]\s*/, '')
        .replace(/[;.,]+$/, ''),
    )
    .filter(Boolean)
  return bare.map((line, index) => `- ${line}${index === bare.length - 1 ? '.' : ';'}`)
}

/** A line that announces what comes below it is not parted from it. */
export const announces = (text: string): boolean => text.endsWith(':')

/** The number and symbol of a paper keep their own letters: 206/QĐ-TTg. */
function capitals(text: string): string {
  return text.replace(/\S+/g, (part) => (/^\d+\/\S/.test(part) ? part : part.toLocaleUpperCase('vi')))
}

function wordAnnexes(document: OfficialDocument, voice: Voice, t: Words): WordedAnnex[] {
  const { letterhead, language, annexes = [] } = document
  const kind = clean(document.kind).toLocaleLowerCase('vi')
  const shownKind = kind
    ? kind.charAt(0).toLocaleUpperCase('vi') + kind.slice(1)
    : t('documents.annex.letter')
  const number = paperNumber(letterhead)
  const paper = t('documents.annex.paper', {
    kind: shownKind,
    number,
    date: dateWords(letterhead.date, language),
  })
  return annexes.map((annex, index) => ({
    label:
      annexes.length === 1 ? t('documents.annex.only') : t('documents.annex.numbered', { number: index + 1 }),
    title: capitals(clean(annex.title)),
    attached: t('documents.annex.attached', { paper, body: clean(letterhead.issuingBody) }),
    orientation: annex.orientation,
    blocks: annex.blocks.flatMap((block) => wordBlock(block, voice)),
    isHandedOut: annex.isHandedOut ?? false,
  }))
}

/** What stands at the head of an annex that is handed out by itself. */
export function asPaper(paper: Worded, { title, orientation }: WordedAnnex): Worded {
  return { ...paper, kind: title, subject: '', aboutLine: '', orientation }
}

export function word(document: OfficialDocument): Worded {
  const { letterhead, language } = document
  const t = wordsIn[language]
  const place = clean(letterhead.place)
  const date = dateWords(letterhead.date, language)
  const kind = clean(document.kind).toLocaleUpperCase('vi')
  const subject = clean(document.subject)
  const addressees = document.addressees.map(clean).filter(Boolean)
  const voice = { language, marker: newMarker() }
  return {
    language,
    state: t('documents.letterhead.state'),
    motto: t('documents.letterhead.motto'),
    governingBody: clean(letterhead.governingBody).toLocaleUpperCase('vi'),
    issuingBody: clean(letterhead.issuingBody).toLocaleUpperCase('vi'),
    numberLine: t('documents.letterhead.number', { number: paperNumber(letterhead) }),
    aboutLine: kind ? '' : t('documents.letterhead.about', { subject }),
    day: letterhead.date,
    placeAndDate: place ? `${place}, ${date}` : date,
    kind,
    subject: kind ? subject : '',
    title: [kind, subject].filter(Boolean).join(' – '),
    author: clean(letterhead.issuingBody),
    madeOn: new Date(`${letterhead.date ?? undatedDay}T00:00:00Z`),
    addresseesLabel: t('documents.letterhead.addressees'),
    addressees: addressees.length > 1 ? dashed(addressees) : addressees,
    orientation: document.orientation ?? 'portrait',
    blocks: document.blocks.flatMap((block) => wordBlock(block, voice)),
    signature: document.signature && wordSignature(document.signature, ''),
    recipientsLabel: t('documents.ending.recipients'),
    recipients: dashed(document.recipients),
    annexes: wordAnnexes(document, voice, t),
    footer: clean(document.footer ?? ''),
    seal: clean(document.seal ?? ''),
    sheetWords: {
      text: t('documents.sheet.text'),
      table: (number) => t('documents.sheet.table', { number }),
      see: (sheet) => t('documents.sheet.see', { sheet }),
    },
  }
}

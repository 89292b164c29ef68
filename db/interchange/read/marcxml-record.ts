import { SaxesParser } from 'saxes'
import type { MarcField, MarcRecord } from '../../../shared/catalogue/contract.ts'
import type { ReadProblem } from './entry.ts'
import { glimpse, leaderFrom, maxSubfields, noLeader, note, ownCode, settled } from './values.ts'

export type Parsed = { record: MarcRecord | null; problems: ReadProblem[]; fault: string | null }

/** `valueOf` makes a text out of what the parser gives. */
export type RecordParser = (text: string, valueOf: (raw: string) => string) => Parsed

/** What saxes says of things that leave the text as it stands: characters that are taken out later, entities of a DTD. */
const harmless = ['disallowed character.', 'the string "]]>" is disallowed in char data.']
const ofEntities = ['undefined entity.', 'malformed character entity.']

type Attributes = Readonly<Record<string, string>>
type Building = {
  leader: string | null
  fields: MarcField[]
  problems: ReadProblem[]
  fault: string | null
  /** The element whose text is being gathered, and where its field is. */
  inside: 'leader' | 'controlfield' | 'subfield' | null
  /** Empty outside a field; null where it cannot be told. */
  tag: string | null
  indicators: string
  code: string
  raw: string
  /** Text that stands in no element that should have any. */
  stray: string
  subfields: [string, string][]
  valueOf: (raw: string) => string
}

function fresh(valueOf: (raw: string) => string): Building {
  const empty = {
    leader: null,
    fault: null,
    inside: null,
    tag: '',
    indicators: '  ',
    code: '',
    raw: '',
    stray: '',
  }
  return { ...empty, fields: [], problems: [], subfields: [], valueOf }
}

/** One parser for all records of a file; prefixes and namespaces are let be. */
export function recordParser(): RecordParser {
  let now = fresh((raw) => raw)
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false })
  parser.on('opentag', ({ name, attributes }) => openTag(now, local(name), attributes))
  parser.on('closetag', ({ name }) => closeTag(now, local(name)))
  const text = (raw: string) => {
    if (now.inside) now.raw += raw
    else if (/\S/.test(raw)) now.stray += raw
  }
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('error', ({ message }) => {
    if (harmless.some((known) => message.endsWith(known))) return
    if (ofEntities.some((known) => message.endsWith(known)))
      note(now.problems, 'xml_entity_unknown', whereIn(now))
    else now.fault ??= message.replace(/^[^:]*: /, '')
  })
  return (source, valueOf) => {
    now = fresh(valueOf)
    parser.write(withAmpersands(source, now.problems)).close()
    return finished(now)
  }
}

function finished({ leader, fields, problems, fault }: Building): Parsed {
  if (fault !== null || fields.length === 0) return { record: null, problems, fault }
  if (leader === null) note(problems, 'leader_missing')
  return { record: { leader: leader ?? noLeader, fields }, problems, fault: null }
}

/** `Tom & Jerry`: an ampersand that begins no entity is meant as one. */
function withAmpersands(source: string, problems: ReadProblem[]): string {
  if (!source.includes('&')) return source
  return source.replace(/<!\[CDATA\[[\s\S]*?\]\]>|&(?!#?\w+;)/g, (found) => {
    if (found !== '&') return found
    note(problems, 'xml_entity_unknown', '&')
    return '&amp;'
  })
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

function openTag(now: Building, name: string, attributes: Attributes): void {
  if (name === 'subfield') {
    now.code = attributes['code'] ?? ''
    begin(now, 'subfield')
  } else if (name === 'datafield') {
    strayIn(now, '')
    now.tag = tagOf(attributes, now.problems)
    now.subfields = []
    now.indicators = indicatorsOf(attributes, now)
  } else if (name === 'controlfield') {
    now.tag = tagOf(attributes, now.problems)
    begin(now, 'controlfield')
  } else if (name === 'leader') begin(now, 'leader')
}

function begin(now: Building, inside: Building['inside']): void {
  now.inside = inside
  now.raw = ''
}

function closeTag(now: Building, name: string): void {
  if (name === 'subfield' && now.inside === 'subfield') closeSubfield(now)
  else if (name === 'controlfield' && now.inside === 'controlfield') {
    closeControlField(now)
  } else if (name === 'leader' && now.inside === 'leader') now.leader ??= leaderOf(now)
  else if (name === 'datafield') return closeDataField(now)
  else if (name === 'record') return strayIn(now, '')
  else return
  now.inside = null
}

function closeSubfield(now: Building): void {
  const isCode = /^[!-~]$/.test(now.code)
  if (!isCode) note(now.problems, 'subfield_code_wrong', whereIn(now))
  const code = isCode ? now.code : ownCode
  pushSubfield(now, code, settledText(now, whereIn(now) + code))
}

function pushSubfield(now: Building, code: string, text: string): void {
  if (now.subfields.length < maxSubfields) now.subfields.push([code, text])
  else note(now.problems, 'too_many_subfields', whereIn(now))
}

function closeControlField(now: Building): void {
  const { tag } = now
  const value = settledText(now, whereIn(now))
  now.tag = ''
  if (tag === null) note(now.problems, 'field_untagged', glimpse(value))
  else if (tag.startsWith('00')) now.fields.push({ tag, value })
  else now.fields.push({ tag, indicators: '  ', subfields: [['a', value]] })
}

function closeDataField(now: Building): void {
  const { tag, indicators, subfields, problems } = now
  strayIn(now, whereIn(now))
  now.tag = ''
  if (tag !== null && !tag.startsWith('00')) {
    now.fields.push({ tag, indicators, subfields })
    return
  }
  const value = subfields.map(([, text]) => text).join(' ')
  note(problems, tag === null ? 'field_untagged' : 'control_with_subfields', tag ?? glimpse(value))
  if (tag !== null) now.fields.push({ tag, value })
}

function whereIn({ tag }: Building): string {
  return tag ?? '???'
}

/** Text outside a subfield is kept in one: in `a` where the field has no other. */
function strayIn(now: Building, tag: string): void {
  const text = now.stray.trim()
  now.stray = ''
  if (text === '') return
  if (tag === '') return note(now.problems, 'xml_text_outside', glimpse(text))
  const isAlone = now.subfields.length === 0
  note(now.problems, isAlone ? 'subfields_missing' : 'xml_text_outside', tag)
  pushSubfield(now, isAlone ? 'a' : ownCode, settled(now.valueOf(text), tag, now.problems))
}

function settledText({ raw, valueOf, problems }: Building, where: string): string {
  const text = settled(valueOf(raw), where, problems)
  // Programs that indent XML break texts into lines, too.
  return text.includes('\n') ? text.replace(/\s*\n\s*/g, ' ').trim() : text
}

function leaderOf({ raw, problems }: Building): string {
  return leaderFrom(raw.replace(/^\s*\n\s*|\s*\n\s*$/g, ''), problems)
}

function tagOf(attributes: Attributes, problems: ReadProblem[]): string | null {
  const given = attributes['tag'] ?? ''
  if (/^[0-9A-Za-z]{3}$/.test(given)) return given
  note(problems, 'tag_wrong', glimpse(given))
  // 1 for 001 and 20 for 020: a spreadsheet on the way has eaten the zeros.
  return /^\d{1,2}$/.test(given) ? given.padStart(3, '0') : null
}

function indicatorsOf(attributes: Attributes, now: Building): string {
  return indicatorOf(attributes['ind1'], now) + indicatorOf(attributes['ind2'], now)
}

function indicatorOf(given: string | undefined, now: Building): string {
  if (given === undefined || given === '') return ' '
  if (/^[ -~]$/.test(given)) return given
  note(now.problems, 'indicators_wrong', whereIn(now))
  return ' '
}

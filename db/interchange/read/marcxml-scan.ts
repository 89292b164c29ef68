/** Finds its way through XML of which not everything is well-formed: only where things begin and end. */

/** The text ends before the thing does. */
export const open = -1

export type Token =
  /** Tags, comments and instructions around records; `depth` is how much deeper the next stands. */
  | { kind: 'wrapper'; end: number; depth: number }
  | { kind: 'text'; end: number }
  | { kind: 'dtd'; end: number }
  | { kind: 'record' }
  /** An angle bracket that begins nothing. */
  | { kind: 'junk'; end: number }
  | { kind: 'open' }

/** What stands at a place between records. */
export function tokenAt(text: string, at: number): Token {
  if (text[at] !== '<') {
    const end = text.indexOf('<', at)
    return end === open ? { kind: 'open' } : { kind: 'text', end }
  }
  const second = text[at + 1]
  if (second === undefined) return { kind: 'open' }
  if (second === '!') return declarationAt(text, at)
  if (second === '?') return closed(text.indexOf('?>', at), 2)
  return tagTokenAt(text, at, second)
}

function closed(found: number, width: number): Token {
  return found === open ? { kind: 'open' } : { kind: 'wrapper', end: found + width, depth: 0 }
}

function declarationAt(text: string, at: number): Token {
  if (text.startsWith('<!--', at)) return closed(text.indexOf('-->', at + 4), 3)
  if (text.startsWith('<![CDATA[', at)) return closed(text.indexOf(']]>', at), 3)
  if (text.length - at < 9) return { kind: 'open' }
  if (!/^<!DOCTYPE/i.test(text.slice(at, at + 9))) return { kind: 'junk', end: at + 2 }
  const end = dtdEnd(text, at)
  return end === open ? { kind: 'open' } : { kind: 'dtd', end }
}

function tagTokenAt(text: string, at: number, second: string): Token {
  const isClosing = second === '/'
  const name = /[^\s/>]*/y
  name.lastIndex = at + (isClosing ? 2 : 1)
  const [qualified = ''] = name.exec(text) ?? []
  if (!/^[A-Za-z_]/.test(qualified)) {
    return name.lastIndex >= text.length ? { kind: 'open' } : { kind: 'junk', end: at + 1 }
  }
  const end = tagEnd(text, at)
  if (end === open) return { kind: 'open' }
  if (text[end - 1] !== '>') return { kind: 'junk', end }
  const local = qualified.slice(qualified.indexOf(':') + 1)
  if (local === 'record' && !isClosing) return { kind: 'record' }
  const isLevel = local !== 'collection' && text[end - 2] !== '/'
  return { kind: 'wrapper', end, depth: isLevel ? (isClosing ? -1 : 1) : 0 }
}

/** Behind the tag's bracket, or at the next tag where this one is not closed. */
export function tagEnd(text: string, at: number): number {
  let quote = ''
  for (let i = at + 1; i < text.length; i++) {
    const sign = text[i] ?? ''
    if (sign === '<') return i
    if (quote !== '') quote = sign === quote ? '' : quote
    else if (sign === '>') return i + 1
    else if (sign === '"' || sign === "'") quote = sign
  }
  return open
}

function dtdEnd(text: string, at: number): number {
  let quote = ''
  let depth = 0
  for (let i = at; i < text.length; i++) {
    const sign = text[i] ?? ''
    if (quote !== '') quote = sign === quote ? '' : quote
    else if (text.startsWith('<!--', i)) {
      const end = text.indexOf('-->', i)
      if (end === open) return open
      i = end + 2
    } else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '[') depth++
    else if (sign === ']') depth--
    else if (sign === '>' && depth <= 0) return i + 1
  }
  return open
}

/** `restart`: another record begins before this one has ended. */
export type RecordEnd = { kind: 'end' | 'restart'; at: number } | { kind: 'open' }

/** The next comment or CDATA section, asked for once and not from every record: most files have none. */
export type Ahead = { hidden: number }

/** Where the record that begins at `at` ends. Comments and CDATA may hold anything, unless they are never closed. */
export function recordEndFrom(text: string, at: number, isLast: boolean, ahead: Ahead): RecordEnd {
  const first = tagEnd(text, at)
  if (first !== open && text.startsWith('/>', first - 2)) return { kind: 'end', at: first }
  let from = at + 7
  for (let word = text.indexOf('record', from); word !== open; word = text.indexOf('record', from)) {
    if (ahead.hidden < from) ahead.hidden = nextHidden(text, from)
    if (ahead.hidden < word) {
      const end = hiddenEnd(text, ahead.hidden)
      if (end === open && !isLast) return { kind: 'open' }
      from = Math.max(end, ahead.hidden + 2)
      continue
    }
    const tag = recordTagAround(text, word)
    if (tag && !tag.isClosing) return { kind: 'restart', at: tag.at }
    const end = tag ? text.indexOf('>', word) : open
    if (tag) return end === open ? { kind: 'open' } : { kind: 'end', at: end + 1 }
    from = word + 6
  }
  return { kind: 'open' }
}

function nextHidden(text: string, from: number): number {
  const found = text.indexOf('<!', from)
  return found === open ? Number.POSITIVE_INFINITY : found
}

function hiddenEnd(text: string, at: number): number {
  const isComment = text.startsWith('<!--', at)
  if (!isComment && !text.startsWith('<![CDATA[', at)) return at + 2
  const end = isComment ? text.indexOf('-->', at + 4) : text.indexOf(']]>', at)
  return end === open ? open : end + 3
}

/** The tag whose name, less any prefix, is the word found; null where the word is a piece of text or of another name. */
function recordTagAround(text: string, word: number): { at: number; isClosing: boolean } | null {
  if (!/[\s/>]/.test(text[word + 6] ?? '')) return null
  let at = word
  if (text[at - 1] === ':') {
    at--
    while (at > 0 && /[\w.-]/.test(text[at - 1] ?? '')) at--
  }
  if (text[at - 1] === '<') return { at: at - 1, isClosing: false }
  return text[at - 1] === '/' && text[at - 2] === '<' ? { at: at - 2, isClosing: true } : null
}

/** Whether anything of a MARC record stands in the text: an OAI record has none of its own. */
export function hasFields(text: string): boolean {
  return /<(?:[\w.-]+:)?(?:leader|controlfield|datafield)[\s/>]/.test(text)
}

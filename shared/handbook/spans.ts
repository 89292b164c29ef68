/** A piece of a handbook text: as it stands, or something the screen names. */
export type Span = { kind: 'plain' | 'word' | 'page' | 'chapter' | 'key'; value: string }

const named = /\{([^{}]+)\}/g

function meant(name: string): Span {
  if (name.startsWith('/')) return { kind: 'page', value: name.slice(1) }
  if (name.startsWith('#')) return { kind: 'chapter', value: name.slice(1) }
  if (name.startsWith('key:')) return { kind: 'key', value: name.slice('key:'.length) }
  return { kind: 'word', value: name }
}

export function spansOf(text: string): Span[] {
  const spans: Span[] = []
  let from = 0
  for (const { 0: whole, 1: name = '', index } of text.matchAll(named)) {
    if (index > from) spans.push({ kind: 'plain', value: text.slice(from, index) })
    spans.push(meant(name))
    from = index + whole.length
  }
  if (from < text.length) spans.push({ kind: 'plain', value: text.slice(from) })
  return spans
}

/** Surrogates stand here too, since a single one is no character: the longer way tells it from a pair. */
// eslint-disable-next-line no-control-regex
const suspect = /[&<>"\r\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/
/** All that XML 1.0 forbids (§2.2). */
// eslint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/gu

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A bare one would be read as a line feed.
  '\r': '&#13;',
}

/** Text as content or attribute; what XML forbids is dropped, which the caller is told where it asks. */
export function escaped(text: string, onDropped?: () => void): string {
  if (!suspect.test(text)) return text
  const clean = text.replace(forbidden, '')
  if (clean.length < text.length) onDropped?.()
  return clean.replace(/[&<>"\r]/g, (sign) => entities[sign] ?? sign)
}

export type Attributes = Readonly<Record<string, string | null | undefined>>

/** An element around what is written already; none where there is nothing in it. */
export function element(name: string, content: string | readonly string[], attributes?: Attributes): string {
  const inner = typeof content === 'string' ? content : content.join('')
  return inner === '' ? '' : `<${name}${attributesOf(attributes)}>${inner}</${name}>`
}

/** An element around a text; none where the text is empty. */
export function leaf(name: string, text: string, attributes?: Attributes): string {
  return element(name, escaped(text), attributes)
}

function attributesOf(attributes: Attributes = {}): string {
  let text = ''
  for (const [name, value] of Object.entries(attributes)) {
    if (value) text += ` ${name}="${escaped(value)}"`
  }
  return text
}

/** RFC 3986, but for the brackets of addresses in version 6: what every reader of a schema takes for anyURI. */
const uri =
  /^[A-Za-z][A-Za-z0-9+.-]*:(?:[\w\-.~:/?!$&'()*+,;=@]|%[0-9A-Fa-f]{2})*(?:#(?:[\w\-.~:/?!$&'()*+,;=]|%[0-9A-Fa-f]{2})*)?$/

export function isUri(text: string): boolean {
  return uri.test(text) && text.split('@').length <= 2 && URL.canParse(text)
}

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

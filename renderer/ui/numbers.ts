export type NumberStyle = { group: string; decimal: string }

/** 1.234,5 in Vietnamese, 1,234.5 in English. */
export function numberStyle(language: string): NumberStyle {
  return language.startsWith('en') ? { group: ',', decimal: '.' } : { group: '.', decimal: ',' }
}

export function formatNumber(value: number, style: NumberStyle, isGrouped = true): string {
  const [whole = '', fraction] = String(Math.abs(value)).split('.')
  const grouped = isGrouped ? whole.replace(/\B(?=(\d{3})+$)/g, style.group) : whole
  return `${value < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : style.decimal + fraction}`
}

/** Reads what people type; separators in wrong places give null rather than another number. */
export function parseNumber(text: string, style: NumberStyle): number | null {
  const compact = text
    .trim()
    .replace(/[\s\u00A0]/g, '')
    .replace(/^\u2212/, '-')
  const [sign, body] = compact.startsWith('-') ? [-1, compact.slice(1)] : [1, compact]
  const [whole = '', fraction, ...surplus] = body.split(style.decimal)
  if (surplus.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return null
  const groups = whole.split(style.group)
  const isPlain = groups.length === 1 && /^\d+$/.test(whole)
  const isGrouped =
    groups.length > 1 && groups.every((group, at) => (at === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group))
  if (!isPlain && !isGrouped) return null
  const value = sign * Number(`${groups.join('')}.${fraction ?? '0'}`)
  return Number.isFinite(value) ? value : null
}

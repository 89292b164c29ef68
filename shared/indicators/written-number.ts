/** A number as a table writes it; doubtful where the mark in it may part thousands or decimals. */
export type WrittenNumber = { kind: 'number'; value: number } | { kind: 'doubtful' } | { kind: 'none' }
export type NumberWay = 'vi' | 'en'

const none = { kind: 'none' } as const

/** Reads “1.234,5” and “1,234.5” alike; “1.234” alone is one or the other, as `way` says. */
export function readNumber(text: string, way: NumberWay | null): WrittenNumber {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(/%$/, '')
  if (!/^[-−]?\d[\d.,]*$/.test(plain)) return none
  const digits = plain.replace('−', '-')
  const [dots, commas] = [count(digits, '.'), count(digits, ',')]
  if (dots === 0 && commas === 0) return numberOf(digits)
  if (dots > 0 && commas > 0) {
    const decimal = digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ','
    return count(digits, decimal) > 1 ? none : parted(digits, decimal)
  }
  const mark = dots > 0 ? '.' : ','
  const other = mark === '.' ? ',' : '.'
  if (dots + commas > 1) return parted(digits, other)
  if (!/^-?[1-9]\d{0,2}[.,]\d{3}$/.test(digits)) return parted(digits, mark)
  if (way === null) return { kind: 'doubtful' }
  return parted(digits, way === 'vi' ? ',' : '.')
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1
}

/** Thousands stand in threes, or it is no number. */
function parted(digits: string, decimal: '.' | ','): WrittenNumber {
  const [whole = '', fraction] = digits.split(decimal)
  const groups = whole.replace(/^-/, '').split(decimal === '.' ? ',' : '.')
  const isGrouped =
    groups.length === 1 ||
    (/^\d{1,3}$/.test(groups[0] ?? '') && groups.slice(1).every((group) => /^\d{3}$/.test(group)))
  if (!isGrouped || fraction === '') return none
  const sign = whole.startsWith('-') ? '-' : ''
  return numberOf(`${sign}${groups.join('')}${fraction === undefined ? '' : `.${fraction}`}`)
}

function numberOf(text: string): WrittenNumber {
  const value = Number(text)
  return Number.isFinite(value) ? { kind: 'number', value } : none
}

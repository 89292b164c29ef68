/** Digits (and a final X) only; ISBN-10 becomes its ISBN-13, so both forms are one number. Null when the check digit is wrong. */
export function normalIsbn(text: string): string | null {
  const bare = text
    .replace(/^\s*isbn(?:-1[03])?[\s:]*/i, '')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase()
  if (/^\d{13}$/.test(bare)) return isbn13Digit(bare) === bare[12] ? bare : null
  if (!/^\d{9}[\dX]$/.test(bare)) return null
  if (weighed(bare, 10) % 11 !== 0) return null
  const body = `978${bare.slice(0, 9)}`
  return body + isbn13Digit(body)
}

function isbn13Digit(digits: string): string {
  const sum = Array.from(digits.slice(0, 12)).reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 ? 3 : 1),
    0,
  )
  return String((10 - (sum % 10)) % 10)
}

/** 1859-3100, whatever stands around the figures; null when the check digit is wrong. */
export function normalIssn(text: string): string | null {
  const bare = text
    .replace(/^\s*issn[\s:]*/i, '')
    .replace(/[\s\p{Pd}]/gu, '')
    .toUpperCase()
  return /^\d{7}[\dX]$/.test(bare) && weighed(bare, 8) % 11 === 0
    ? `${bare.slice(0, 4)}-${bare.slice(4)}`
    : null
}

/** Each digit times its weight, which falls by one; X is ten. */
function weighed(digits: string, first: number): number {
  return [...digits].reduce(
    (total, digit, index) => total + (digit === 'X' ? 10 : Number(digit)) * (first - index),
    0,
  )
}

/** The numbers of a box with several: the valid ones as 13 digits, each once, and the rest as typed. */
export function splitIsbns(text: string): { valid: string[]; invalid: string[] } {
  const typed = text
    .split(';')
    .map((number) => number.trim())
    .filter((number) => number !== '')
  return {
    valid: [...new Set(typed.flatMap((number) => normalIsbn(number) ?? []))],
    invalid: typed.filter((number) => normalIsbn(number) === null),
  }
}

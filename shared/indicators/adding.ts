/**
 * What several libraries' figures come to together: a sum; nothing, where the same thing may stand in two of them (a title
 * that both hold); or a share, which is computed anew where its parts are figures themselves.
 */
export type Adding =
  | { manner: 'sum' }
  | { manner: 'distinct' }
  | { manner: 'share'; parts: { part: readonly string[]; whole: readonly string[] } | null }

/** Both may hold, take or list the same one: titles, places of one territory, partners, documents above them. */
const distinctCodes = [
  /^g\.1$/,
  /^g\.3b$/,
  /^M1\.0[12]/,
  /^M2a\.01/,
  /^M2a\.08$/,
  /^M2b\.0[23]$/,
  /^M2b\.04a/,
  /^M2b\.08$/,
  /^M2b\.09$/,
  /^M2b\.10$/,
  /^M2b\.12b/,
  /^M2c\.0[5679]$/,
  /^M2c\.10c$/,
  /^M3\.03/,
  /^D206\.02$/,
  /^HT\.0[15]$/,
  /^HV\.05$/,
]

const sharesWithParts: Readonly<Record<string, { part: string[]; whole: string[] }>> = {
  'M2b.05b': { part: ['M2b.05a'], whole: ['M2b.05a', 'M2b.01'] },
  'M2b.07': { part: ['M2b.06'], whole: ['M2b.06', 'M2b.01'] },
  'HV.03c': { part: ['HV.03b'], whole: ['HV.03a'] },
}
/** What they are shares of is no figure of a report. */
const otherShares = [
  'g.7',
  'M1.03',
  'M1.05',
  'M2a.05',
  'M2a.07',
  'M2b.13',
  'M2b.15',
  'M2b.16',
  'M2b.17b',
  'M2b.18',
  'M2d.04a',
  'M2d.04b',
  'D206.01',
  'D206.03',
  'D206.04',
  'D206.05',
  'D206.06',
  'D206.07',
]

export function addingOf(code: string): Adding {
  const parts = sharesWithParts[code]
  if (parts || otherShares.includes(code)) return { manner: 'share', parts: parts ?? null }
  return distinctCodes.some((pattern) => pattern.test(code)) ? { manner: 'distinct' } : { manner: 'sum' }
}

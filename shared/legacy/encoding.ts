/** How Vietnamese text was written before Unicode won, as a file or a column may still hold it. */
export const textEncodings = [
  'utf8',
  'tcvn3',
  'vni',
  'viqr',
  'viscii',
  'vps',
  'windows1258',
  'utf8_twice',
  'marc8',
] as const
export type TextEncoding = (typeof textEncodings)[number]

/** MARC-8 has shifts that only its own reader of bytes follows; a text already taken for Western letters cannot be in it. */
export type CellEncoding = Exclude<TextEncoding, 'marc8'>

export type EncodingGuess = {
  encoding: TextEncoding
  /** 0 to 1: how much likelier than all others together. */
  confidence: number
  /** The likeliest first; the scores make 1 together. */
  ranking: { encoding: TextEncoding; score: number }[]
  /** What samples that do not fit the encoding seem to be in, the commonest first; empty where all fit. */
  others: TextEncoding[]
}

export function isCellEncoding(encoding: TextEncoding): encoding is CellEncoding {
  return encoding !== 'marc8'
}

/** NFC, no control characters but line breaks: what any text is put through before it is stored. */
export function withoutControls(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\uFEFF]/g, '')
      // After the removal, which may bring a letter and its mark together.
      .normalize('NFC')
      .replace(falseDe, (letter) => (letter === 'ð' || letter === 'ɖ' ? 'đ' : 'Đ'))
  )
}

/**
 * Letters of other alphabets that look like Đ, as some keyboards and scanned texts have them: where a word begins, before
 * a vowel, they can only be meant as Đ. Icelandic has ð, too, but begins no word with it.
 */
const falseDe = /(?<![\p{L}\p{M}])[ÐðƉɖ](?=[aeiouyà-ãè-êìíò-õùúýăĩũơưạ-ỹ])/giu

/** Words of Latin letters as Vietnamese keyboards compose them, one space between: nothing to clean, as most text is. */
const tidy = /^(?:[!-~¡-ÏÑ-ïñ-ƈƊ-ɏẠ-ỹ]+(?: [!-~¡-ÏÑ-ïñ-ƈƊ-ɏẠ-ỹ]+)*)?$/

/** The same with runs of spaces made one and none around: the form in which people's text is stored. */
export function cleanText(text: string): string {
  if (tidy.test(text)) return text
  return withoutControls(text)
    .replace(/[ \t\u00A0]+/g, ' ')
    .trim()
}

/** Without marks, đ and what is taken for it as d, lower case: the form in which text is searched. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐÐðƉɖ]/g, 'd')
    .toLowerCase()
}

/** The words of a text as they stand; punctuation and symbols separate. Give it folded text to get folded words. */
export function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []
}

/** Syllables that end in i or y and are one word either way: kĩ and kỹ, lí and lý, qui and quy. Each letter keeps its tone. */
const eitherWay = /^([hklmst]|qu)([iy])([\u0300\u0301\u0303\u0309\u0323]?)$/

/** The other way to write a word in small letters, with its marks or without; null where there is one way only. */
export function otherSpelling(word: string): string | null {
  if (word.length > 4) return null
  const [, before = '', vowel, tone = ''] = eitherWay.exec(word.normalize('NFD')) ?? []
  return vowel === undefined ? null : `${before}${vowel === 'i' ? 'y' : 'i'}${tone}`.normalize('NFC')
}

/** More than so many ways to write a few words are not asked for. */
const mostSpellings = 8

/** All ways to write these words, the given one first. */
export function spellingsOf(given: readonly string[]): string[][] {
  return given.reduce<string[][]>(
    (ways, word) => {
      const other = ways.length < mostSpellings ? otherSpelling(word) : null
      const asGiven = ways.map((way) => [...way, word])
      return other === null ? asGiven : [...asGiven, ...ways.map((way) => [...way, other])]
    },
    [[]],
  )
}

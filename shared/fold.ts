/** NFC, no control characters but line breaks: what any text is put through before it is stored. */
export function withoutControls(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\uFEFF]/g, '')
      // After the removal, which may bring a letter and its mark together.
      .normalize('NFC')
  )
}

/** Words of Latin letters as Vietnamese keyboards compose them, one space between: nothing to clean, as most text is. */
const tidy = /^(?:[!-~¡-ɏẠ-ỹ]+(?: [!-~¡-ɏẠ-ỹ]+)*)?$/

/** The same with runs of spaces made one and none around: the form in which people's text is stored. */
export function cleanText(text: string): string {
  if (tidy.test(text)) return text
  return withoutControls(text)
    .replace(/[ \t\u00A0]+/g, ' ')
    .trim()
}

/** Without marks, đ as d, lower case: the form in which text is searched. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()
}

/** The words of a text as they stand; punctuation and symbols separate. Give it folded text to get folded words. */
export function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []
}

export type Tone = '' | '`' | '?' | '~' | "'" | '.'

/** The tones in the order of Vietnamese dictionaries, named by their signs in VIQR (RFC 1456). */
export const tones: readonly Tone[] = ['', '`', '?', '~', "'", '.']

export const toneMarks: Record<Tone, string> = {
  '': '',
  '`': '\u0300',
  '?': '\u0309',
  '~': '\u0303',
  "'": '\u0301',
  '.': '\u0323',
}

const vowels = [...'aăâeêioôơuưy']

export type Letter = { letter: string; vowel: string; tone: Tone }

function toned(vowel: string): Letter[] {
  return tones.map((tone) => ({ letter: (vowel + toneMarks[tone]).normalize('NFC'), vowel, tone }))
}

const small = vowels.flatMap(toned)
const capital = small.map(({ letter, vowel, tone }) => ({
  letter: letter.toUpperCase(),
  vowel: vowel.toUpperCase(),
  tone,
}))

/** Every vowel with every tone, in both cases. */
export const vietnameseVowels: readonly Letter[] = [...small, ...capital]

/** The 134 letters of Vietnamese that ASCII lacks. */
export const vietnameseLetters: readonly string[] = [
  ...vietnameseVowels.map(({ letter }) => letter).filter((letter) => letter > '\u007F'),
  'đ',
  'Đ',
]

const letterByParts = new Map(vietnameseVowels.map((one) => [one.vowel + one.tone, one.letter]))
const partsByLetter = new Map(vietnameseVowels.map((one) => [one.letter, one]))

/** `ậ` of `â` and `.`; undefined where the vowel takes no tone. */
export function withTone(vowel: string, tone: Tone): string | undefined {
  return letterByParts.get(vowel + tone)
}

export function partsOf(letter: string): Letter | undefined {
  return partsByLetter.get(letter)
}

/** Nothing outside these ranges is left to compose, and most text is inside: it need not be normalised at all. */
const mayChange = /[^\0-\u02FF\u0400-\u0482\u048A-\u052F\u1E00-\u1EFF\u2010-\u2027\u3000-\u3029\u4E00-\u9FFF]/

/** NFC, quickly where the text has nothing to compose. */
export function composed(text: string): string {
  return mayChange.test(text) ? text.normalize('NFC') : text
}

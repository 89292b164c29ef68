/**
 * MARC-8's character sets, after the Library of Congress, "MARC 21 Specifications for Record Structure, Character Sets,
 * and Exchange Media", Character Sets: Part 3, Code Tables (loc.gov/marc/specifications/codetables). Each is a run of
 * characters from its first position on; a full stop in the run's gaps stands for no character.
 */
export type CharacterSet = ReadonlyMap<number, string>

const gap = '.'

function run(first: number, characters: string): [number, string][] {
  return [...characters]
    .flatMap((character, at) => (character === gap ? [] : [[first + at, character] as const]))
    .map(([code, character]) => [code, character])
}

function setOf(...runs: [number, string][][]): CharacterSet {
  return new Map(runs.flat())
}

const asciiSigns = `!"#$%&'()*+,-`
const ascii: [number, string][] = Array.from({ length: 94 }, (_, at) => [
  0x21 + at,
  String.fromCharCode(0x21 + at),
])

export const basicLatin = setOf(ascii)

/** ANSEL, ANSI Z39.47, as it stands in the right half: letters, signs, and the marks that precede their letter. */
export const extendedLatin = setOf(
  run(0x21, 'ŁØĐÞÆŒʹ·♭®±ƠƯʼ.ʻłøđþæœʺı£ð.ơư'),
  run(0x40, '°ℓ℗©♯¿¡ß€'),
  run(0x60, '\u0309\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030C\u030A\u0361'),
  // The second half of a tie over two letters, of which Unicode needs the first only.
  [[0x6c, '']],
  run(0x6d, '\u0315\u030B\u0310\u0327\u0328\u0323\u0324\u0325\u0333\u0332\u0326\u031C\u032E\u0360'),
  [[0x7b, '']],
  run(0x7e, '\u0313'),
)

const greek = setOf(
  run(0x21, '\u0300\u0301\u0308\u0342\u0313\u0314\u0345'),
  run(0x30, '«»“”\u0374\u0375'),
  run(0x3b, '\u0387...\u037E'),
  run(0x41, 'ΑΒ.ΓΔΕϚϜΖΗΘΙΚΛΜΝΞΟΠϞΡΣ.ΤΥΦΧΨΩϠ'),
  run(0x61, 'αβϐγδεϛϝζηθικλμνξοπϟρσςτυφχψωϡ'),
)

const basicCyrillic = setOf(
  run(0x21, asciiSigns),
  [[0x2e, '.']],
  run(0x2f, '/0123456789:;<=>?'),
  run(0x40, 'юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧ'),
)

const extendedCyrillic = setOf(run(0x40, 'ґђѓєёѕіїјљњћќўџ.ѣѳѵѫ'), run(0x5b, '[.]._ҐЂЃЄЁЅІЇЈЉЊЋЌЎЏЪѢѲѴѪ'))

export const subscripts = setOf(run(0x28, '₍₎.₊.₋..₀₁₂₃₄₅₆₇₈₉'))
export const superscripts = setOf(run(0x28, '⁽⁾.⁺.⁻..⁰¹²³⁴⁵⁶⁷⁸⁹'))
export const greekSymbols = setOf(run(0x61, 'αβγ'))

/** By the last byte of the escape sequence that calls them. */
export const setByFinal: Readonly<Record<string, CharacterSet>> = {
  B: basicLatin,
  E: extendedLatin,
  S: greek,
  N: basicCyrillic,
  Q: extendedCyrillic,
  b: subscripts,
  p: superscripts,
  g: greekSymbols,
}

/** Hebrew, Arabic and what else has no table here: every byte is a character that cannot be told. */
export const unknownSet: CharacterSet = new Map()

/** Vietnamese written for fonts of the 1990s, as it looks once a program has taken its bytes for Western letters. */
export type LegacyEncoding = 'tcvn3' | 'vni'

/** TCVN 5712:1993, VN3: one byte for each letter; capitals with marks were a font of their own. */
const tcvn3From = [
  '¡¢£¤¥¦§¨©ª«¬\u00AD®',
  'µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ',
].join('')
const tcvn3To = ['ĂÂÊÔƠƯĐăâêôơưđ', 'àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ'].join('')
const tcvn3Letters = new Map([...tcvn3From].map((from, at) => [from, [...tcvn3To][at] ?? from]))

/** VNI: a letter, then a sign for its mark; i, y, ơ, ư and đ have signs of their own. */
const vniMarks: Record<string, string> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
}
const vniLetters: Record<string, string> = {
  ô: 'ơ',
  ö: 'ư',
  ñ: 'đ',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
}

function fromTcvn3(text: string): string {
  return text.replace(/[¡-þ]/g, (letter) => tcvn3Letters.get(letter) ?? letter)
}

function fromVni(text: string): string {
  return text
    .replace(/([aeouyAEOUYôöÔÖ])([ùøûõïâáàåãäêéèúüë])/gi, (whole, letter: string, sign: string) => {
      const mark = vniMarks[sign.toLowerCase()]
      return mark ? bareVni(letter) + mark : whole
    })
    .replace(/[ôöñíìæóòî]/gi, bareVni)
    .normalize('NFC')
}

function bareVni(letter: string): string {
  const bare = vniLetters[letter.toLowerCase()] ?? letter.toLowerCase()
  return letter === letter.toLowerCase() ? bare : bare.toUpperCase()
}

const onset = '(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?'
const nucleus = '[aăâeêioôơuưy]{1,3}'
const coda = '(?:ch|ng|nh|[cmnpt])?'
const syllable = new RegExp(`^${onset}${nucleus}${coda}$`)
const tone = /[\u0300\u0301\u0303\u0309\u0323]/g

function isSyllable(word: string): boolean {
  const bare = word.toLowerCase().normalize('NFD')
  return (bare.match(tone)?.length ?? 0) <= 1 && syllable.test(bare.replace(tone, '').normalize('NFC'))
}

/** Of the words that are not plain letters, how many could be Vietnamese. */
function soundness(text: string): { marked: number; sound: number } {
  const marked = text.split(/[\s\d.,;:!?()[\]"'“”/–-]+/).filter((word) => /[^\p{ASCII}]/u.test(word))
  return { marked: marked.length, sound: marked.filter(isSyllable).length }
}

const decoders: Record<LegacyEncoding, (text: string) => string> = { tcvn3: fromTcvn3, vni: fromVni }

/** What a text would be if it were of an old encoding; null where it is sound as it stands, or no encoding makes it so. */
export function legacyReading(text: string): { encoding: LegacyEncoding; text: string } | null {
  const now = soundness(text)
  if (now.marked === 0 || now.sound / now.marked > 0.5) return null
  const readings = (['tcvn3', 'vni'] as const).map((encoding) => {
    const read = decoders[encoding](text)
    const { marked, sound } = soundness(read)
    return { encoding, text: read, share: marked === 0 ? 0 : sound / marked }
  })
  const best = readings.toSorted((a, b) => b.share - a.share)[0]
  return best && best.share >= 0.8 ? { encoding: best.encoding, text: best.text } : null
}

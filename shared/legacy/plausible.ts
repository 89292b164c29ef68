import { syllableCost } from './syllable.ts'

/** What a reading of one word costs, in tenths of a nat: high for what no language writes. */
const cost = {
  nothing: 20,
  ascii: 20,
  otherScript: 40,
  /** `в` is `Đỗ` in VISCII, `µ` is `à` in TCVN3, `₫` is þ in Icelandic. */
  lonelyLetter: 100,
  mixedScript: 100,
  abbreviation: 100,
  commonWestern: 55,
  western: 125,
  latin: 130,
  unusual: 150,
  misfit: 165,
  broken: 200,
}

/** Vowels before a marked letter as Western European dictionaries have them; VNI makes others, as in `vieät`. */
const westernPairs = new Set(
  (
    'aç çã ió iá aí uí iç ië eí ié uç uá iú ué iè iã eç oï eó aú oí oç aï eë ií iô oé eá uê añ oá aé eï eå eñ çá oã oë ' +
    'iê eã iâ aî iõ iä oö uã iö iø uï aë oä oå oõ eô uñ oó iñ eø oû éé eä eú yé çõ oñ eæ aá aå aó oê iæ oî uâ óó eâ eö ' +
    'eü yå uè uó çó aô çú yè aè aã áá oè íç uü eõ aä uä uô eé oâ åå iå oø ñó iù où iò ià uò uà yü yö yä aü aö uæ uø'
  ).split(' '),
)
const markedPair = /(?=([aeiouyà-öø-ÿ][à-öø-ÿ]))/g
const westernWord = /^[a-zß-öø-ÿœšžł]+$/
/** Latin letters of no language that has books here; Vietnamese, Romanian and pinyin are left out. */
const unusualLatin = /[\u0180-\u019F\u01A2-\u01AE\u01B1-\u01CC\u01DD-\u0217\u021C-\u024F]/
const latinWord = /^[\p{Script=Latin}\p{M}]+$/u
const vietnameseOnly = /[ơưđ\u1EA0-\u1EF9]/
/** Scripts that no library here has, but that bytes of VISCII and VPS read as UTF-8 look like. */
const unlikelyScript = /[\u0700-\u07FF]/

/** Small words of the neighbours' languages, which by chance are Vietnamese ones in some encoding. */
const commonWestern = new Set(
  (
    'à où là ça dès très déjà même être été après für über können è é più già però può né perché così å på så gå få når då ' +
    'är för från även också været være således ø ö não são às já só até más sí él tú mí qué cómo aquí según año'
  ).split(' '),
)

function isCased(word: string): boolean {
  const rest = word.slice(1)
  return (
    rest === rest.toLowerCase() ||
    word === word.toUpperCase() ||
    /^(?:Mac|Mc|D|L|O)\p{Lu}\p{Ll}+$/u.test(word)
  )
}

function westernCost(small: string): number {
  if (unusualLatin.test(small)) return cost.unusual
  if (!westernWord.test(small)) return cost.latin
  const isUnusual = [...small.matchAll(markedPair)].some(([, pair = '']) => !westernPairs.has(pair))
  return isUnusual ? cost.unusual : cost.western
}

/** A word of letters only. `foreign` is what is added where it is no Vietnamese syllable. */
function wordCost(word: string, foreign: number): number {
  if (/^[\0-\u007F]*$/.test(word)) return cost.ascii
  const syllable = syllableCost(word)
  if (syllable !== null) return syllable
  const small = word.toLowerCase()
  if (commonWestern.has(small) && (word === small || word.length > 1)) return cost.commonWestern + foreign
  if (unlikelyScript.test(word)) return cost.misfit
  if (latinWord.test(word)) {
    if (!isCased(word)) return cost.misfit
    if (abbreviation.test(word)) return cost.abbreviation
    return vietnameseOnly.test(small) ? cost.unusual : westernCost(small) + foreign
  }
  if (notAsciiLatin.test(word)) return cost.misfit
  if (/^[\p{Script=Cyrillic}µ]$/u.test(word)) return cost.lonelyLetter
  if (!/[A-Za-z]/.test(word)) return cost.otherScript
  return besideLatin.test(word) ? cost.mixedScript : cost.misfit
}

const abbreviation = /^(?:đ|[B-DF-HJ-NP-TV-XZĐ]+)$/
/** Scripts without spaces, which have Latin letters amid their words. */
const besideLatin = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u
const notAsciiLatin = /(?![A-Za-z])\p{Script=Latin}/u

/** Marks that stand beside words: quotes, dashes, signs of rights and of degrees. */
const beside = /^[«™°№¡¿“”„‚‘’•…–—\u00A0]+|[»©®™°“”„‚‘’•…–—\u00A0º²³]+$/gu
/** What parts words besides ASCII; not most signs of windows-1252, which between Latin letters come of misreading. */
const between =
  /[^\p{L}\p{M}\0-ÿ\u0700-\u07FF“”„‚•ƒˆ˜†‡‰‹›€™₫]+|[\u02B0-\u02C5\u02C7-\u02DB\u02DD-\u02FF\u00A0]+|(?<!\p{Script=Latin})[“”„‚•]|[“”„‚•](?!\p{Script=Latin})/u
/** Signs that stand alone. */
const lonely = /^[^\0-ÿ]+$/
const letters = /^[\p{L}\p{M}]+$/u
const microUnit = /^µ[A-Za-z]{1,2}$/

/** `foreign` is what a word costs besides that is neither Vietnamese nor ASCII, in an encoding made for Vietnamese. */
export function readingCost(reading: string, foreign = 0): number {
  if (reading.includes('\uFFFD')) return cost.broken
  if (reading === '₫') return cost.lonelyLetter
  if (!/\p{L}/u.test(reading)) return reading.length > 2 && !lonely.test(reading) ? cost.misfit : cost.nothing
  const bare = reading.replace(beside, '')
  let sum = bare.length < reading.length ? cost.nothing : 0
  // A script that parts its syllables with marks has many pieces to a word.
  let isOther = false
  for (const piece of bare.split(between)) {
    if (piece === '') continue
    const one = microUnit.test(piece)
      ? cost.nothing
      : letters.test(piece)
        ? wordCost(piece, foreign)
        : cost.misfit
    if (one === cost.otherScript) isOther = true
    else sum += one
  }
  return Math.min(sum + (isOther ? cost.otherScript : 0), cost.broken)
}

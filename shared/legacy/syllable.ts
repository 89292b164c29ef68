import type { Tone } from './alphabet.ts'
import { partsOf } from './alphabet.ts'

/**
 * How rare each part of a Vietnamese syllable is, in tenths of a nat. The lists are whole: a part that is not here
 * makes no syllable. Counted over some 5,700 syllables, each by the root of how often 1.5 million characters of
 * interface and catalogue texts have it, so that no subject weighs much.
 */
const onsetCosts = costsOf(
  't26 đ26 l28 th29 c29 b29 ch30 h30 m31 tr32 d33 _33 v33 s33 n34 nh34 kh35 x36 r36 ph36 ng37 g39 gi40 k40 qu42 ngh53 gh57 p60',
)
const rhymeCosts = costsOf(
  'a32 i34 ô37 ai37 o37 ê38 ông38 ư39 an39 ơ39 ân39 iên39 u39 ao40 ôi40 anh40 ang40 ay40 ung41 iêu41 inh42 e42 ' +
    'ong42 ương43 ơi43 âu43 ây43 ưa44 âp45 am45 ăng45 ưng46 ên46 uc46 on46 ac47 âm47 oi47 ăn47 ât47 y48 in48 ươc48 ' +
    'eo49 ich49 ôn50 en50 ưc50 ăt50 ach50 ăm50 au51 ia51 ăc51 om51 iêm51 ua52 oc52 ôt52 oan52 ơn52 iêt52 uyên52 ' +
    'im53 ui53 iêng53 ăp54 oa54 un54 ap54 êt54 at54 ênh55 ơp55 oai55 êu55 ep55 ôc55 uy55 uôi55 êm56 ươi56 ut56 ' +
    'em56 uôn56 ưu57 um57 ôm57 iu58 it58 uân58 et58 oang58 uông59 uôc59 oat59 ơm60 up60 iêp60 uât61 ot61 ôp62 ' +
    'iêc62 ơt62 oăc63 êp64 êch64 ươt64 âng65 ươn66 ec66 oe66 ưt67 uôt67 yên67 op67 yêu67 uyêt67 ươm69 âc69 eng70 ' +
    'ip70 oay70 uê71 oanh71 ưi72 yêt73 uôm74 oet74 oen75 oac76 oong77 oăn77 oăng77 oăt78 uêch78 ươp79 oach80 uyt80 ' +
    'ươu80 uynh80 oăm82 uây84 oam84 êng84 uơ86 oeo86 ooc89 uênh89 uych89 oao89 uya89 uyu89 oap93 ưn93 yêng93 yêm93 ' +
    'uên95 uêt95 uyp95 ăk95 ưm100 uâng100 uyn100 ôông100 ak110',
)
/** After qu the glide is written already. */
const rhymesAfterQu = /^(?:[aăâeêiơ](?!ê)|y(?:$|[êntc])|ôc$)/
const extraAfterQu: Record<string, number> = { ynh: 66, yt: 75, yn: 95, ych: 85 }

const openToneCosts: Record<Tone, number> = { '': 12, '`': 17, "'": 18, '.': 20, '?': 20, '~': 26 }
/** A syllable that ends in a stop has one of two tones, and always has one. */
const stopToneCosts: Partial<Record<Tone, number>> = { "'": 6, '.': 8 }

function costsOf(list: string): Map<string, number> {
  return new Map(
    [...list.matchAll(/(\D+)(\d+)(?: |$)/g)].map(([, part = '', cost]) => [
      part.replace('_', ''),
      Number(cost),
    ]),
  )
}

/** The vowels without their tone, and the tone; null where there are two. */
function toneOf(word: string): { bare: string; tone: Tone } | null {
  let bare = ''
  let tone: Tone = ''
  for (const letter of word) {
    const parts = partsOf(letter)
    bare += parts?.vowel ?? letter
    if (!parts || parts.tone === '') continue
    if (tone !== '') return null
    tone = parts.tone
  }
  return { bare, tone }
}

const onsetAndRhyme = /^(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?(.+)$/

/** Whether the spelling lets the two meet: c, g and ng before back vowels, k, gh and ngh before front ones. */
function mayMeet(onset: string, rhyme: string): boolean {
  const isFront = /^[eêiy]/.test(rhyme)
  if (onset === 'gh' || onset === 'ngh') return isFront && !rhyme.startsWith('y')
  if (onset === 'c' || onset === 'ng') return !isFront
  if (onset === 'g') return !/^[eêy]/.test(rhyme)
  if (onset === 'gi') return !rhyme.startsWith('y')
  return onset === '' || rhyme === 'y' || !rhyme.startsWith('y')
}

function bareCost(onset: string, rhyme: string): number | null {
  const onsetCost = onsetCosts.get(onset)
  if (onsetCost === undefined) return null
  if (onset === 'qu') {
    const cost = extraAfterQu[rhyme] ?? (rhymesAfterQu.test(rhyme) ? rhymeCosts.get(rhyme) : undefined)
    return cost === undefined ? null : onsetCost + cost
  }
  const cost = rhymeCosts.get(rhyme)
  return cost !== undefined && mayMeet(onset, rhyme) ? onsetCost + cost : null
}

/** `gì` is g and ì, `giết` g and iết, but `giá` gi and á. */
function partsCost(bare: string): number | null {
  const [, onset = '', rhyme = ''] = onsetAndRhyme.exec(bare) ?? []
  const cost = rhyme === '' ? null : bareCost(onset, rhyme)
  if (cost !== null) return cost
  return bare.startsWith('gi') ? bareCost('g', bare.slice(1)) : null
}

const wordsOfCapitals = 10

/** Words that catalogues are full of: names, places, publishers, and the particles of titles. */
export const commonCost = 55
const common = new Set(
  (
    'nguyễn trần lê phạm hoàng huỳnh vũ võ đặng bùi đỗ hồ ngô dương lý đinh văn thị đức quốc việt hà nội huế sài gòn ' +
    'đà nẵng nhà xuất bản trẻ giáo dục tập truyện tiểu thuyết thơ lịch sử hóa học đại và của các những một người với về ' +
    'năm tỉnh huyện xã thành phố chí đảng cộng sản nghĩa dân tộc nước tế chính trị pháp luật kỹ thuật công nghệ sách từ ' +
    'điển tiếng tuyển toàn bộ phần quyển biên soạn dịch chủ viện đình đường sống đời'
  ).split(' '),
)

/** 0 for a small word or one with a capital first; null for a mixture, which nobody writes. */
function caseCost(word: string, small: string): number | null {
  if (word === small || word.slice(1) === small.slice(1)) return 0
  return word === word.toUpperCase() ? wordsOfCapitals : null
}

/** Words of one letter are rare, and what any misread letter may look like. */
const singleCost = 115

function costOf(word: string): number | null {
  const small = word.toLowerCase()
  const capitals = caseCost(word, small)
  const found = toneOf(small)
  if (capitals === null || !found) return null
  if (common.has(small)) return commonCost + capitals
  const parts = partsCost(found.bare)
  const tone = (/(?:[cpt]|ch)$/.test(found.bare) ? stopToneCosts : openToneCosts)[found.tone]
  if (parts === null || tone === undefined) return null
  if (small.length === 1) return (small === 'ở' || small === 'ý' ? commonCost : singleCost) + capitals
  return parts + tone + capitals
}

/** `nghiêng`. */
const longest = 7

const known = new Map<string, number | null>()
const knownAtMost = 30_000

/** How unlikely the word is among Vietnamese syllables, in tenths of a nat; null for a word that is none. NFC only. */
export function syllableCost(word: string): number | null {
  if (word.length > longest) return null
  const cost = known.get(word)
  if (cost !== undefined) return cost
  const fresh = costOf(word)
  if (known.size >= knownAtMost) known.clear()
  known.set(word, fresh)
  return fresh
}

import { cleanText, fold, words } from '../fold.ts'

export type Names = {
  authors: string[]
  organisations: string[]
  /** The cell as it stands where more is said in it than names: who translated, that there are more. */
  responsibility: string
}

const role =
  '(?:ch\\.?\\s*b|chủ biên|b\\.?\\s*s|biên soạn|s\\.?\\s*t|sưu tầm|tuyển chọn|dịch|d|h\\.?\\s*đ|hiệu đính|giới thiệu|g\\.?\\s*th|eds?|editor|trans|et al|và những người khác|và (?:các )?(?:tác giả|cộng sự)(?: khác)?)'
const roleAlone = new RegExp(`^${role}\\.?$`, 'iu')
const roleInBrackets = new RegExp(`\\s*[([]\\s*${role}\\.?\\s*[)\\]]`, 'giu')
const roleBefore = /^\s*(?:chủ biên|biên soạn|tác giả|ch\.?b\.?|b\.?s\.?|sưu tầm|người dịch|dịch)\s*:\s*/iu
/** Without brackets, small letters tell a role from the last part of a name. */
const roleBehind =
  /\s+(?:ch\.\s?b\.?|b\.\s?s\.?|s\.\s?t\.?|h\.\s?đ\.?|chủ biên|biên soạn|sưu tầm|tuyển chọn|dịch|hiệu đính|giới thiệu|minh họa|minh hoạ|soạn|vẽ)$/u
/** Nobody by name. */
const many =
  /^(?:nhieu|tap the|nhom|cac) tac gia(?: khac)?$|^(?:khong ro|khuyet danh|k d|nt|n t|many authors|various)$/

/** Words that names of bodies begin with. With their marks, for Vũ is a family and Vụ a department. */
const bodies = new Set(
  'bộ, sở, viện, trường, đại học, học viện, hội, ban, ủy ban, uỷ ban, ubnd, tổng cục, cục, vụ, trung tâm, thư viện, tỉnh ủy, tỉnh uỷ, thành ủy, huyện ủy, đảng, công ty, tổng công ty, liên đoàn, quốc hội, chính phủ, hội đồng, bảo tàng, phòng, chi cục, đoàn thanh niên, mặt trận, liên hiệp, nhà xuất bản, tòa án, toà án, ngân hàng, công đoàn, tập đoàn, university, ministry, institute'.split(
    ', ',
  ),
)

/** The names in a cell, parted however the typist did: “A, B; C”, “Hemingway, Ernest”, “Tô Hoài (ch.b.)”. */
export function namesIn(text: string): Names {
  const whole = cleanText(text)
  const pieces = whole.split(/[;\n]|\s+[–-]\s+|\s&\s/).flatMap(partedAtCommas)
  const bare = pieces.map(withoutRole).filter((piece) => piece !== '')
  const named = bare.filter((piece) => !many.test(words(fold(piece)).join(' ')))
  const isMore = named.length < bare.length || pieces.some((piece) => withoutRole(piece) !== piece.trim())
  return {
    authors: [...new Set(named.filter((name) => !isBody(name)))],
    organisations: [...new Set(named.filter(isBody))],
    responsibility: isMore ? whole : '',
  }
}

/** A comma parts names, but for a Western one turned round, and for “Sở Văn hóa, Thể thao và Du lịch”. */
function partedAtCommas(piece: string): string[] {
  const parts = piece.split(',').map((part) => part.trim())
  const [first = '', second = ''] = parts
  if (parts.length === 2 && isTurned(first, second)) return [piece.trim()]
  if (!isBody(first) && !begins(first)) return parts
  return parts.reduce<string[]>((joined, part) => {
    const isNext = joined.length === 0 || isPersonal(part) || begins(part) || roleAlone.test(part)
    return isNext ? [...joined, part] : [...joined.slice(0, -1), `${joined.at(-1) ?? ''}, ${part}`]
  }, [])
}

/** “Hemingway, Ernest”, “García Márquez, Gabriel”; Vietnamese names are never turned. */
function isTurned(family: string, given: string): boolean {
  if (given === '' || roleAlone.test(given) || vietnamese.test(family)) return false
  return !family.includes(' ') || !given.includes(' ')
}

const vietnamese = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỵỷỹ]/i

function withoutRole(piece: string): string {
  const bare = piece
    .replace(roleBefore, '')
    .replace(roleInBrackets, ' ')
    .replace(/\s*[[(]?\s*\.{3}.*$/, '')
    .replace(roleBehind, '')
    .trim()
  return roleAlone.test(bare) ? '' : cleanText(bare).replace(/[,:;]+$/, '')
}

function begins(name: string): boolean {
  const [first = '', second = '', third = ''] = words(name.normalize('NFC').toLowerCase())
  return bodies.has(first) || bodies.has(`${first} ${second}`) || bodies.has(`${first} ${second} ${third}`)
}

function isBody(name: string): boolean {
  return words(name).length >= 3 && begins(name)
}

/**
 * Author and title in one cell, as the printed register has them: “Nguyễn Du. Truyện Kiều” or “Truyện Kiều / Nguyễn
 * Du”. Null where the cell does not say which is which.
 */
export function authorAndTitleIn(
  text: string,
): { title: string; authors: string; responsibility: string } | null {
  const whole = cleanText(text).replaceAll('\n', '. ')
  const slash = /^(.+?)\s+\/\s+(.+)$/.exec(whole)
  if (slash) return { title: slash[1] ?? '', authors: slash[2] ?? '', responsibility: slash[2] ?? '' }
  const point = /^([^.:]{3,60}?)\s*(?:\.|:)\s+(.{2,})$/.exec(whole)
  const author = point?.[1] ?? ''
  return point && isPersonal(author) ? { title: point[2] ?? '', authors: author, responsibility: '' } : null
}

/** Two to five words, each with a capital, none with a figure. */
function isPersonal(text: string): boolean {
  const parts = text.split(/[\s,]+/).filter((part) => part !== '')
  return (
    parts.length >= 2 && parts.length <= 5 && parts.every((part) => /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(part))
  )
}

/** “H. : Văn học, 2005” or “Hà Nội, Nxb. Văn học, 2005”; what is not there stays empty. */
export function imprintIn(text: string): { place: string; publisher: string; year: string } {
  const whole = cleanText(text)
  const year = /(?:cop\.?\s*|©\s*)?\[?(?:1[5-9]|20)\d{2}\]?/i.exec(whole)?.[0] ?? ''
  const before = whole.replace(year, '').replace(/[\s,;.:]+$/, (end) => (end.startsWith('.') ? '.' : ''))
  const colon = /^(.*?)\s*:\s*(.*)$/.exec(before)
  const parts = colon ? [colon[1] ?? '', colon[2] ?? ''] : before.split(/\s*[,;]\s*/)
  const [first = '', ...rest] = parts
  if (rest.length > 0) return { place: first, publisher: rest.join(', ').replace(/[\s,;:]+$/, ''), year }
  const isPlace =
    /^(?:h|tp|tphcm|hn|hcm|s|sg|ha noi|tp hcm|tp ho chi minh|hue|da nang|hai phong|can tho|sai gon)$/.test(
      words(fold(first)).join(' '),
    )
  return isPlace ? { place: first, publisher: '', year } : { place: '', publisher: first, year }
}

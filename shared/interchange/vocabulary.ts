import type { AcquisitionSource, Material } from '../catalogue/contract.ts'
import type { Condition, CopyStatus } from '../copies/contract.ts'
import { fold, words } from '../fold.ts'

/** The form in which values are compared and remembered: “Tặng, biếu” and “TẶNG BIẾU” are one. */
export function valueKey(text: string): string {
  return words(fold(text)).join(' ')
}

function byWord<Code extends string>(list: Record<Code, string>): ReadonlyMap<string, Code> {
  return new Map(
    (Object.entries(list) as [Code, string][]).flatMap(([code, wordsOf]) => [
      [code.replaceAll('_', ' '), code] as const,
      ...wordsOf.split(', ').map((word) => [word, code] as const),
    ]),
  )
}

const sources = byWord<AcquisitionSource>({
  purchase:
    'mua, mua moi, mua bo sung, sach mua, ngan sach, kinh phi, ngan sach nha nuoc, kinh phi nha nuoc, dat mua, purchased, buy',
  donation:
    'tang, bieu, cho, tang bieu, bieu tang, sach tang, sach bieu, duoc tang, tang cho, quyen gop, ung ho, hien tang, gift, donated',
  exchange: 'trao doi, doi, trao doi quoc te, trao doi sach',
  deposit: 'luu chieu, nop luu chieu, sach luu chieu, legal deposit',
  project: 'du an, chuong trinh, chuong trinh muc tieu, de an, tai tro, cap phat, duoc cap, nha nuoc cap',
  other: 'khac, nguon khac',
})
const conditionWords = byWord<Condition>({
  good: 'tot, moi, binh thuong, con tot, sach moi, nguyen ven, new, ok, fine',
  worn: 'cu, so, so rach, cu nat, kha, trung binh, cu so, old, used',
  damaged: 'hong, rach, rach nat, hu, hu hong, mat trang, rach bia, moc, mot, hong nang, bad, poor',
})
const statuses = byWord<CopyStatus>({
  available:
    'san sang, san sang phuc vu, co, co san, con, trong kho, tren gia, dang phuc vu, san sang luu thong, in, on shelf, not for loan, reference, doc tai cho, khong cho muon',
  in_process: 'dang xu ly, cho xu ly, dang bien muc, xu ly nghiep vu, chua xu ly, cataloging, processing',
  on_loan: 'dang muon, da muon, dang cho muon, cho muon, muon, checked out, on loan, loaned',
  in_rotation: 'luan chuyen, dang luan chuyen',
  in_repair: 'dang sua, dang phuc che, phuc che, dong lai, dang dong, sua chua, bindery, repair',
  missing: 'mat, bi mat, that lac, khong thay, khong tim thay, thieu, lost, not found, long overdue',
})
const withdrawn = new Set(
  'thanh ly, da thanh ly, thanh loc, da thanh loc, da xuat, xuat kho, da xuat kho, loai, da loai, huy, da huy, withdrawn, discarded, weeded'.split(
    ', ',
  ),
)
const materials = byWord<Material>({
  book: 'sach, sach don, sach bo, sach in, chuyen khao, giao trinh, sach tham khao, sach giao khoa, sach thieu nhi, luan van, luan an, books, monograph, bk',
  serial:
    'bao, tap chi, bao tap chi, bao chi, an pham dinh ky, xuat ban pham nhieu ky, ban tin, nhat bao, journal, newspaper, magazine, periodical, serials',
  map: 'ban do, so do, ban ve, atlas, maps',
  audiovisual:
    'nghe nhin, tai lieu nghe nhin, bang, dia, bang dia, dia cd, cd, dvd, cd rom, vcd, bang tu, bang hinh, phim, anh, tranh anh, video, audio, av',
  microform: 'vi phim, vi phieu, vi hinh, microfilm, microfiche',
  manuscript: 'ban thao, viet tay, ban viet tay, chep tay',
  hannom: 'han nom, sach han nom, tai lieu han nom, chu han',
  braille: 'chu noi, sach chu noi, braille',
  talking_book: 'sach noi, talking book, audiobook',
  large_print: 'chu to, sach chu to, chu lon, large print',
  digital: 'tai lieu so, tai lieu dien tu, sach dien tu, so, dien tu, ebook, e book, pdf, digital document',
  link: 'lien ket, trang web, website, nguon truc tuyen, online source',
  article: 'bai trich, bai bao, bai viet, bai tap chi, trich bao tap chi, articles',
})
const languages = byWord<string>({
  vie: 'viet, tieng viet, viet nam, viet ngu, vi, vn, v, vietnamese',
  eng: 'anh, tieng anh, anh ngu, en, english, e',
  fre: 'phap, tieng phap, phap ngu, fr, fra, french',
  rus: 'nga, tieng nga, nga ngu, ru, russian',
  chi: 'trung, hoa, han, tieng trung, tieng hoa, trung quoc, tieng trung quoc, trung van, han ngu, chu han, zh, zho, chinese',
  jpn: 'nhat, tieng nhat, nhat ban, nhat ngu, ja, japanese',
  kor: 'han quoc, tieng han, tieng han quoc, trieu tien, tieng trieu tien, ko, korean',
  ger: 'duc, tieng duc, de, deu, german',
  spa: 'tay ban nha, tieng tay ban nha, es, spanish',
  por: 'bo dao nha, tieng bo dao nha, pt, portuguese',
  ita: 'y, tieng y, italia, it, italian',
  lao: 'tieng lao, lo',
  khm: 'khmer, kho me, tieng khmer, tieng kho me, campuchia, km',
  tha: 'thai lan, tieng thai lan, th',
  lat: 'la tinh, tieng la tinh, latin',
  san: 'phan, tieng phan',
  tyz: 'tay, tieng tay',
  nut: 'nung, tieng nung',
  mtq: 'muong, tieng muong',
  hmn: 'mong, h mong, hmong, tieng mong, tieng h mong',
  ium: 'dao, tieng dao',
  cjm: 'cham, tieng cham',
  rad: 'e de, ede, tieng e de',
  jra: 'gia rai, jrai, tieng gia rai',
  bdq: 'ba na, bahnar, tieng ba na',
})

/** Null for a word nobody has told the program yet. */
export function sourceByWord(text: string): AcquisitionSource | null {
  return sources.get(valueKey(text)) ?? begun(sources, text)
}

export function conditionByWord(text: string): Condition | null {
  return conditionWords.get(valueKey(text)) ?? null
}

export function statusByWord(text: string): CopyStatus | null {
  return statuses.get(valueKey(text)) ?? null
}

/** Copies that have left the stock stand in other systems' files too. */
export function isWithdrawnWord(text: string): boolean {
  const key = valueKey(text)
  return withdrawn.has(key) || /^(?:da )?(?:thanh ly|thanh loc|xuat kho)\b/.test(key)
}

export function materialByWord(text: string): Material | null {
  return materials.get(valueKey(text)) ?? null
}

/** A MARC code, or a language as it is called; of several the first. */
export function languageByWord(text: string): string | null {
  // Without its mark Hán is Hàn.
  if (/^(?:tiếng |chữ )?hán(?: văn| ngữ)?$/i.test(text.trim().normalize('NFC'))) return 'chi'
  const known = languages.get(valueKey(text))
  if (known !== undefined) return known
  const [first = '', ...others] = text
    .split(/[-–,;/&+]|\bvà\b/)
    .map((part) => part.replace(/song ngữ/i, '').trim())
  return others.length > 0 ? (languages.get(valueKey(first)) ?? null) : null
}

/** “Mua của Công ty sách Bình Dương” begins with the word that tells. */
function begun<Code>(list: ReadonlyMap<string, Code>, text: string): Code | null {
  const found = words(fold(text))
  for (let length = Math.min(found.length - 1, 3); length > 0; length -= 1) {
    const code = list.get(found.slice(0, length).join(' '))
    if (code !== undefined) return code
  }
  return null
}

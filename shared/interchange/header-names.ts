import { fold, words } from '../fold.ts'
import type { ColumnTarget } from './targets.ts'

/** What libraries head their columns with, Vietnamese first; without marks, parted by commas. */
const names: Record<ColumnTarget, string> = {
  title:
    'nhan de, nhan de chinh, ten nhan de, nhan de tai lieu, ten sach, ten dau sach, dau sach, ten tai lieu, ten an pham, ten tac pham, ten giao trinh, ten luan van, ten bao, ten tap chi, ten bao tap chi, tua de, tua sach, tua, dau de, ten, sach, title, title proper, book title, main title, name',
  subtitle:
    'phu de, nhan de phu, tieu de phu, thong tin bo sung nhan de, bo sung nhan de, thong tin lien quan den nhan de, subtitle, sub title, remainder of title',
  part: 'tap, so tap, phan, quyen, tap so, ten phan, ten tap, tap phan, part, volume, vol',
  responsibility:
    'thong tin trach nhiem, trach nhiem, nguoi dich, dich gia, nguoi bien soan, statement of responsibility, responsibility, translator',
  authors:
    'tac gia, ten tac gia, ho ten tac gia, ho va ten tac gia, tac gia chinh, tac gia ca nhan, dong tac gia, tac gia phu, tac gia 1, tac gia 2, tac gia 3, chu bien, nguoi viet, tg, author, authors, author s, main author, creator',
  organisations:
    'tac gia tap the, tap the tac gia, co quan bien soan, don vi bien soan, co quan ban hanh, corporate author, organisation, organisations, organization',
  edition: 'lan xuat ban, lan xb, lan tai ban, tai ban, lan in, ban in, edition',
  place:
    'noi xuat ban, noi xb, noi xban, noi, noi in, dia diem xuat ban, place, place of publication, publication place',
  publisher: 'nha xuat ban, nxb, nha xb, nha, ten nxb, ten nha xuat ban, nha phat hanh, publisher',
  publishedYear:
    'nam xuat ban, nam xb, nam xban, namxb, nam, nam in, nam phat hanh, year, publication year, year of publication, date of publication, published year, publish year',
  extent:
    'mo ta vat ly, thong tin mo ta vat ly, dac diem vat ly, mo ta hinh thuc, extent, physical description',
  series: 'tung thu, ten tung thu, bo sach, series',
  isbn: 'isbn, so isbn, ma isbn, chi so isbn, isbn 10, isbn 13, ma so sach quoc te',
  issn: 'issn, so issn, ma issn',
  language: 'ngon ngu, ngon ngu chinh, ngon ngu tai lieu, ma ngon ngu, tieng, language, languages, lang',
  ddc: 'ky hieu phan loai, ky hieu pl, khpl, phan loai, ma phan loai, chi so phan loai, so phan loai, cs phan loai, phan loai ddc, ky hieu phan loai ddc, chi so ddc, ma ddc, ddc, mon loai, ky hieu mon loai, classification, class number, dewey',
  callNumber:
    'ky hieu xep gia, khxg, kh xep gia, so xep gia, ma xep gia, xep gia, ky hieu xep kho, ky hieu kho, ky hieu, ky hieu tac gia, ky hieu ten sach, call number, call no, callnumber',
  subjects:
    'chu de, tieu de chu de, de muc, de muc chu de, tieu de de muc, subject, subjects, subject heading, subject headings',
  keywords: 'tu khoa, tu khoa tu do, tu chuan, keyword, keywords',
  summary: 'tom tat, tom tat noi dung, noi dung tom tat, noi dung, tom luoc, chu giai, summary, abstract',
  note: 'ghi chu chung, phu chu chung, general note',
  url: 'url, link, lien ket, lien ket toan van, dia chi truy cap, duong dan, website, dia chi internet',
  material:
    'loai tai lieu, loai hinh, loai hinh tai lieu, dang tai lieu, loai an pham, vat mang tin, loai, dang, material, material type, document type, item type, type',
  pages: 'so trang, trang, so tr, st, tong so trang, pages, page, number of pages',
  size: 'kho co, kich thuoc, kich co, kho giay, co sach, size, dimensions, height',
  imprint:
    'xuat ban, thong tin xuat ban, dia chi xuat ban, noi xuat ban nha xuat ban nam xuat ban, noi xb nxb nam xb, noi nha nam xuat ban, noi nha nam xb, nha xuat ban nam xuat ban, nxb nam xb, nha xb nam xb, imprint, publication',
  authorAndTitle:
    'tac gia va ten sach, ten tac gia va ten sach, ten sach va tac gia, ten sach va ten tac gia, tac gia ten sach, ten sach tac gia, ten tac gia ten sach, ten sach ten tac gia, tac gia nhan de, nhan de tac gia, nhan de va tac gia, tac gia va nhan de, author and title, title and author',
  accessionNumber:
    'so dkcb, dkcb, sdkcb, ma dkcb, so dang ky ca biet, so dang ki ca biet, dang ky ca biet, ma dang ky ca biet, so ca biet, ma ca biet, so dang ky, so dk, so vao so, so kiem ke, ma sach, accession number, accession no, accession, acc no, inventory number, stock number',
  barcode: 'ma vach, so ma vach, barcode, bar code, ma barcode',
  copyCount:
    'so luong, sl, so ban, so cuon, so luong ban, so luong sach, so luong nhap, so ban sach, tong so ban, quantity, qty, copies, no of copies, number of copies',
  site: 'co so, thu vien, ten thu vien, co so thu vien, chi nhanh, don vi, diem phuc vu, site, library, branch, home branch',
  store:
    'ten kho, ma kho, kho luu tru, kho tai lieu, kho luu, phong, phong doc, ten phong, diem luu thong, noi luu giu, noi luu tru, bo phan, diem kho, vi tri kho, store, location, shelving location, collection',
  shelf:
    'ke, tu, ke sach, tu gia, gia ke, tu ke, ngan, so ke, so gia, vi tri, vi tri xep gia, vi tri gia, o ke, shelf',
  price:
    'gia tien, don gia, gia bia, gia mua, gia thanh, tri gia, nguyen gia, so tien, gia vnd, gia dong, gia tien vnd, don gia vnd, price, cost, list price',
  accessionedOn:
    'ngay vao so, ngay thang vao so, ngay thang nam vao so, ngay dang ky, ngay dk, ngay nhap, ngay nhap kho, ngay nhap sach, ngay vao kho, ngay bo sung, ngay nhan, ngay thang nam, ngay thang, ngay, date accessioned, accession date, date acquired, acquired, date',
  source:
    'nguon, nguon bo sung, nguon nhap, nguon goc, nguon cung cap, nguon sach, loai nguon, hinh thuc bo sung, phuong thuc bo sung, hinh thuc nhap, source, acquisition source, source of acquisition',
  voucher:
    'so chung tu, chung tu, so hoa don, hoa don, so phieu nhap, phieu nhap, so dktq, so dang ky tong quat, so vao so tong quat, so tong quat, dot nhap, so bien ban nhap, voucher, voucher number, invoice, invoice number',
  condition:
    'tinh trang, tinh trang sach, tinh trang tai lieu, tinh trang vat ly, hien trang, chat luong, condition',
  status: 'trang thai, trang thai sach, trang thai luu thong, tinh trang luu thong, status, item status',
  enumeration: 'so ky, ky, so bao, nam so, so phat hanh, dong tap, tap so nam, so, enumeration, issue',
  copyNote:
    'ghi chu, phu chu, ghi chu ban, ghi chu dkcb, chu thich, note, notes, remarks, item note, copy note',
  controlNumber:
    'ma bieu ghi, so bieu ghi, id bieu ghi, so kiem soat, ma nhan de, ma tai lieu, mfn, id, record id, bib id, bibid, biblionumber, control number',
  ignored:
    'stt, tt, so tt, so thu tu, thu tu, kiem ke, ngay va so bien ban xuat, so bien ban xuat, bien ban xuat, thanh tien, nguoi nhap, ngay cap nhat, no',
}

const targetByName = new Map(
  (Object.entries(names) as [ColumnTarget, string][]).flatMap(([target, list]) =>
    list.split(', ').map((name) => [name, target] as const),
  ),
)

/** Vietnamese heads that without their marks are one: what stands below them decides. */
const ambiguous: Record<string, readonly [ColumnTarget, ColumnTarget]> = {
  kho: ['store', 'size'],
  'kho sach': ['store', 'size'],
  gia: ['price', 'shelf'],
  'gia sach': ['price', 'shelf'],
  'tu sach': ['series', 'shelf'],
}
/** Heads written with their marks that leave no doubt. */
const certain: Record<string, ColumnTarget> = {
  khổ: 'size',
  'khổ sách': 'size',
  'tủ sách': 'series',
  'giá tiền': 'price',
}

/** Heads that yield where another column is named more closely. */
const vague = new Set([
  'ten',
  'sach',
  'name',
  'loai',
  'dang',
  'type',
  'ngay',
  'date',
  'so',
  'id',
  'no',
  'ky hieu',
])

export type NameGuess = {
  target: ColumnTarget
  /** What it may be instead. */
  other: ColumnTarget | null
  /** 1 where the whole head is a known name, less where only some of its words are. */
  share: number
}

/** What a column's head says it is; null for a head nobody has used yet. */
export function targetByHeader(header: string): NameGuess | null {
  const sure = certain[words(header.normalize('NFC').toLowerCase()).join(' ')]
  if (sure) return { target: sure, other: null, share: 1 }
  const bare = header.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
  const inside = /[([]([^)\]]+)[)\]]/.exec(header)?.[1] ?? ''
  const parts = [header, bare, ...bare.split(/[/|;\n]/), inside]
  for (const part of parts) {
    const guess = exact(words(fold(part)).join(' '))
    if (guess) return guess
  }
  return partial(words(fold(bare)))
}

function exact(name: string): NameGuess | null {
  const [first, other] = ambiguous[name] ?? []
  if (first && other) return { target: first, other, share: 1 }
  const target = targetByName.get(name)
  return target ? { target, other: null, share: vague.has(name) ? 0.9 : 1 } : null
}

/** The longest known name within a head: “Giá tiền (VNĐ) một bản” is a price. */
function partial(found: readonly string[]): NameGuess | null {
  for (let length = found.length - 1; length >= 2; length -= 1)
    for (let at = 0; at + length <= found.length; at += 1) {
      const target = targetByName.get(found.slice(at, at + length).join(' '))
      if (target) return { target, other: null, share: length / found.length }
    }
  const [first = ''] = found
  const short = found.length <= 3 && first.length >= 3 ? targetByName.get(first) : undefined
  return short ? { target: short, other: null, share: 1 / found.length } : null
}

import type { IsoDate } from '../dates.ts'

/** What a provincial library has with its partners, as the documents of the trade tell it. */
export function demoCooperation(today: IsoDate): DemoCooperation {
  const year = Number(today.slice(0, 4))
  const last = `${year - 1}`
  const term = { startsOn: `${year - 2}-01-01`, endsOn: `${year + 1}-01-31` }
  return {
    partners: [
      { name: 'Quỹ Châu Á', kind: 'fund', origin: 'foreign', country: 'Hoa Kỳ' },
      { name: 'Thư viện tỉnh Khăm Muộn', kind: 'library', origin: 'foreign', country: 'Lào' },
      { name: 'Thư viện tỉnh bạn', kind: 'library', origin: 'domestic', country: '' },
    ],
    project: {
      name: 'Sách tiếng Anh – Quỹ Châu Á',
      country: 'Hoa Kỳ',
      startsOn: `${year - 2}-03-01`,
      endsOn: `${year + 1}-12-31`,
      amountMinor: 2_000_000,
      rate: 25_000,
      rateOn: `${year - 2}-03-01`,
      amountVnd: 500_000_000,
    },
    agreements: [
      { name: 'Kết nghĩa thư viện hai tỉnh giáp biên', kind: 'twinning', partnerAt: 1, ...term },
      { name: 'Liên thông, chia sẻ tài nguyên số', kind: 'interconnection', partnerAt: 2, ...term },
    ],
    delegation: {
      programme: 'Trao đổi nghiệp vụ với thư viện tỉnh Khăm Muộn',
      country: 'Lào',
      startsOn: `${last}-09-10`,
      endsOn: `${last}-09-13`,
    },
    membership: { body: 'Hội Thư viện Việt Nam', since: '2006-04-20', year: year - 1, paidMinor: 2_000_000 },
    gifts: [
      { kind: 'books', what: 'Sách tiếng Anh đợt 1', receivedOn: `${last}-05-12`, amountVnd: 120_000_000 },
      {
        kind: 'equipment',
        what: 'Máy tính cho phòng đọc',
        receivedOn: `${last}-10-20`,
        amountVnd: 90_000_000,
      },
      {
        kind: 'money',
        what: 'Hỗ trợ Ngày Sách và Văn hóa đọc',
        receivedOn: `${last}-04-15`,
        amountVnd: 20_000_000,
      },
    ],
  }
}

type Span = { startsOn: IsoDate; endsOn: IsoDate }
export type DemoCooperation = {
  partners: { name: string; kind: 'fund' | 'library'; origin: 'domestic' | 'foreign'; country: string }[]
  project: Span & {
    name: string
    country: string
    amountMinor: number
    rate: number
    rateOn: IsoDate
    amountVnd: number
  }
  agreements: (Span & { name: string; kind: 'twinning' | 'interconnection'; partnerAt: number })[]
  delegation: Span & { programme: string; country: string }
  membership: { body: string; since: IsoDate; year: number; paidMinor: number }
  gifts: { kind: 'books' | 'equipment' | 'money'; what: string; receivedOn: IsoDate; amountVnd: number }[]
}

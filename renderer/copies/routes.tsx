import { displayDate } from '../../shared/dates.ts'
import type { Finder, PageRoute } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'copies/vouchers',
    textKey: 'copies.menu.vouchers',
    can: 'copies.read',
    menu: { group: 'holdings', icon: 'box' },
    lazy: async () => ({ Component: (await import('./VoucherListPage.tsx')).VoucherListPage }),
  },
  {
    path: 'copies/vouchers/:id',
    textKey: 'copies.menu.voucher',
    can: 'copies.read',
    lazy: async () => ({ Component: (await import('./VoucherPage.tsx')).VoucherPage }),
  },
  {
    path: 'copies',
    textKey: 'copies.menu.copies',
    can: 'copies.read',
    menu: { group: 'holdings', icon: 'book' },
    lazy: async () => ({ Component: (await import('./CopyListPage.tsx')).CopyListPage }),
  },
  {
    path: 'copies/places',
    textKey: 'copies.menu.places',
    can: 'copies.read',
    lazy: async () => ({ Component: (await import('./PlacesPage.tsx')).PlacesPage }),
  },
  {
    path: 'copies/series',
    textKey: 'copies.menu.series',
    can: 'copies.read',
    lazy: async () => ({ Component: (await import('./SeriesPage.tsx')).SeriesPage }),
  },
  {
    path: 'copies/withdrawals',
    textKey: 'copies.menu.withdrawals',
    can: 'copies.read',
    menu: { group: 'holdings', icon: 'signOut' },
    lazy: async () => ({ Component: (await import('./WithdrawalListPage.tsx')).WithdrawalListPage }),
  },
  {
    path: 'copies/withdrawals/new',
    textKey: 'copies.menu.withdraw',
    can: 'copies.write',
    lazy: async () => ({ Component: (await import('./WithdrawPage.tsx')).WithdrawPage }),
  },
  {
    path: 'copies/withdrawals/:id',
    textKey: 'copies.menu.withdrawal',
    can: 'copies.read',
    lazy: async () => ({ Component: (await import('./WithdrawalPage.tsx')).WithdrawalPage }),
  },
  {
    path: 'copies/:id',
    textKey: 'copies.menu.copy',
    can: 'copies.read',
    lazy: async () => ({ Component: (await import('./CopyPage.tsx')).CopyPage }),
  },
]

/** A code on a label names its copy; words are for the titles. */
export const finder: Finder = {
  module: 'copies',
  textKey: 'copies.finder',
  can: 'copies.read',
  async find(client, text) {
    if (!/\d/.test(text)) return []
    const reply = await client.copies.byCode({ code: text })
    if (!reply.ok) return []
    return reply.value.slice(0, 8).map((copy) => ({
      key: `copy-${copy.id}`,
      text: copy.accessionNumber,
      hint: [copy.title, copy.siteName].filter(Boolean).join(', '),
      to: `/copies/${copy.id}`,
    }))
  },
}

/** A delivery by its number, its supplier or its papers. */
export const voucherFinder: Finder = {
  module: 'copies',
  textKey: 'copies.menu.vouchers',
  can: 'copies.read',
  async find(client, text) {
    const reply = await client.copies.vouchers({ text, limit: 8 })
    if (!reply.ok) return []
    return reply.value.rows.map(({ id, number, receivedOn, supplier }) => ({
      key: `voucher-${id}`,
      text: number,
      hint: [displayDate(receivedOn), supplier].filter(Boolean).join(', '),
      to: `/copies/vouchers/${id}`,
    }))
  },
}

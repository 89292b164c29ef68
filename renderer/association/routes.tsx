import type { Finder, PageRoute } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'association',
    textKey: 'association.menu.branches',
    can: 'association.read',
    menu: { group: 'activities', icon: 'person' },
    lazy: async () => ({ Component: (await import('./BranchListPage.tsx')).BranchListPage }),
  },
  {
    path: 'association/members',
    textKey: 'association.menu.members',
    can: 'association.read',
    lazy: async () => ({ Component: (await import('./MemberListPage.tsx')).MemberListPage }),
  },
  {
    path: 'association/admissions/new',
    textKey: 'association.menu.admit',
    can: 'association.write',
    action: { icon: 'add' },
    lazy: async () => ({ Component: (await import('./AdmissionPage.tsx')).AdmissionPage }),
  },
  {
    path: 'association/dues',
    textKey: 'association.menu.dues',
    can: 'association.read',
    lazy: async () => ({ Component: (await import('./DuesPage.tsx')).DuesPage }),
  },
  {
    path: 'association/ledger',
    textKey: 'association.menu.ledger',
    can: 'association.read',
    lazy: async () => ({ Component: (await import('./LedgerPage.tsx')).LedgerPage }),
  },
  {
    path: 'association/income',
    textKey: 'association.menu.income',
    can: 'association.read',
    lazy: async () => ({ Component: (await import('./IncomePage.tsx')).IncomePage }),
  },
  {
    path: 'association/awards',
    textKey: 'association.menu.awards',
    can: 'association.read',
    lazy: async () => ({ Component: (await import('./AwardListPage.tsx')).AwardListPage }),
  },
  {
    path: 'association/friendly',
    textKey: 'association.menu.friendly',
    can: 'association.read',
    lazy: async () => ({ Component: (await import('./FriendlyPage.tsx')).FriendlyPage }),
  },
  {
    path: 'association/report',
    textKey: 'association.menu.report',
    can: 'association.read',
    lazy: async () => ({ Component: (await import('./AssociationReportPage.tsx')).AssociationReportPage }),
  },
]

const foundAtMost = 8

export const finder: Finder = {
  module: 'association',
  textKey: 'association.members.title',
  can: 'association.read',
  async find(client, text) {
    const reply = await client.association.members({ text, limit: foundAtMost })
    if (!reply.ok) return []
    return reply.value.rows.map(({ id, name, branchName }) => ({
      key: `member-${id}`,
      text: name,
      hint: branchName,
      to: `/association/members?text=${encodeURIComponent(name)}`,
    }))
  },
}

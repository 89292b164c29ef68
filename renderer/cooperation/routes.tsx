import { displayDate } from '../../shared/dates.ts'
import type { Finder, PageRoute } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'cooperation/partners',
    textKey: 'cooperation.menu.partners',
    can: 'cooperation.read',
    menu: { group: 'activities', icon: 'rings' },
    lazy: async () => ({ Component: (await import('./PartnerListPage.tsx')).PartnerListPage }),
  },
  {
    path: 'cooperation/partners/:id',
    textKey: 'cooperation.menu.partner',
    can: 'cooperation.read',
    lazy: async () => ({ Component: (await import('./PartnerPage.tsx')).PartnerPage }),
  },
  {
    path: 'cooperation/projects',
    textKey: 'cooperation.menu.projects',
    can: 'cooperation.read',
    lazy: async () => ({ Component: (await import('./ProjectListPage.tsx')).ProjectListPage }),
  },
  {
    path: 'cooperation/projects/new',
    textKey: 'cooperation.menu.addProject',
    can: 'cooperation.write',
    action: { icon: 'add' },
    lazy: async () => ({ Component: (await import('./ProjectFormPage.tsx')).ProjectAddPage }),
  },
  {
    path: 'cooperation/projects/:id',
    textKey: 'cooperation.menu.project',
    can: 'cooperation.read',
    lazy: async () => ({ Component: (await import('./ProjectPage.tsx')).ProjectPage }),
  },
  {
    path: 'cooperation/projects/:id/edit',
    textKey: 'cooperation.menu.editProject',
    can: 'cooperation.write',
    lazy: async () => ({ Component: (await import('./ProjectFormPage.tsx')).ProjectEditPage }),
  },
  {
    path: 'cooperation/agreements',
    textKey: 'cooperation.menu.agreements',
    can: 'cooperation.read',
    lazy: async () => ({ Component: (await import('./AgreementListPage.tsx')).AgreementListPage }),
  },
  {
    path: 'cooperation/agreements/new',
    textKey: 'cooperation.menu.addAgreement',
    can: 'cooperation.write',
    action: { icon: 'add' },
    lazy: async () => ({ Component: (await import('./AgreementFormPage.tsx')).AgreementAddPage }),
  },
  {
    path: 'cooperation/agreements/:id',
    textKey: 'cooperation.menu.agreement',
    can: 'cooperation.read',
    lazy: async () => ({ Component: (await import('./AgreementPage.tsx')).AgreementPage }),
  },
  {
    path: 'cooperation/agreements/:id/edit',
    textKey: 'cooperation.menu.editAgreement',
    can: 'cooperation.write',
    lazy: async () => ({ Component: (await import('./AgreementFormPage.tsx')).AgreementEditPage }),
  },
  {
    path: 'cooperation/gifts',
    textKey: 'cooperation.menu.gifts',
    can: 'cooperation.read',
    menu: { group: 'activities', icon: 'gift' },
    lazy: async () => ({ Component: (await import('./GiftListPage.tsx')).GiftListPage }),
  },
  {
    path: 'cooperation/gifts/new',
    textKey: 'cooperation.menu.addGift',
    can: 'cooperation.write',
    action: { icon: 'add' },
    lazy: async () => ({ Component: (await import('./GiftFormPage.tsx')).GiftAddPage }),
  },
  {
    path: 'cooperation/gifts/:id',
    textKey: 'cooperation.menu.gift',
    can: 'cooperation.read',
    lazy: async () => ({ Component: (await import('./GiftPage.tsx')).GiftPage }),
  },
  {
    path: 'cooperation/gifts/:id/edit',
    textKey: 'cooperation.menu.editGift',
    can: 'cooperation.write',
    lazy: async () => ({ Component: (await import('./GiftFormPage.tsx')).GiftEditPage }),
  },
  {
    path: 'cooperation/delegations',
    textKey: 'cooperation.menu.delegations',
    can: 'cooperation.read',
    lazy: async () => ({ Component: (await import('./DelegationListPage.tsx')).DelegationListPage }),
  },
  {
    path: 'cooperation/delegations/new',
    textKey: 'cooperation.menu.addDelegation',
    can: 'cooperation.write',
    action: { icon: 'add' },
    lazy: async () => ({ Component: (await import('./DelegationFormPage.tsx')).DelegationAddPage }),
  },
  {
    path: 'cooperation/delegations/:id',
    textKey: 'cooperation.menu.delegation',
    can: 'cooperation.read',
    lazy: async () => ({ Component: (await import('./DelegationPage.tsx')).DelegationPage }),
  },
  {
    path: 'cooperation/delegations/:id/edit',
    textKey: 'cooperation.menu.editDelegation',
    can: 'cooperation.write',
    lazy: async () => ({ Component: (await import('./DelegationFormPage.tsx')).DelegationEditPage }),
  },
  {
    path: 'cooperation/memberships',
    textKey: 'cooperation.menu.memberships',
    can: 'cooperation.read',
    lazy: async () => ({ Component: (await import('./MembershipListPage.tsx')).MembershipListPage }),
  },
  {
    path: 'cooperation/memberships/new',
    textKey: 'cooperation.menu.addMembership',
    can: 'cooperation.write',
    action: { icon: 'add' },
    lazy: async () => ({ Component: (await import('./MembershipFormPage.tsx')).MembershipAddPage }),
  },
  {
    path: 'cooperation/memberships/:id',
    textKey: 'cooperation.menu.membership',
    can: 'cooperation.read',
    lazy: async () => ({ Component: (await import('./MembershipPage.tsx')).MembershipPage }),
  },
  {
    path: 'cooperation/memberships/:id/edit',
    textKey: 'cooperation.menu.editMembership',
    can: 'cooperation.write',
    lazy: async () => ({ Component: (await import('./MembershipFormPage.tsx')).MembershipEditPage }),
  },
  {
    path: 'cooperation/reports',
    textKey: 'cooperation.menu.reports',
    can: 'cooperation.read',
    lazy: async () => ({ Component: (await import('./ReportsPage.tsx')).ReportsPage }),
  },
]

const foundAtMost = 4

/** Partners, and what there is with them. */
export const finder: Finder = {
  module: 'cooperation',
  textKey: 'cooperation.tabs.label',
  can: 'cooperation.read',
  async find(client, text) {
    const asked = { text, limit: foundAtMost }
    const [partners, projects, agreements, gifts] = await Promise.all([
      client.cooperation.partners(asked),
      client.cooperation.projects(asked),
      client.cooperation.agreements(asked),
      client.cooperation.gifts(asked),
    ])
    return [
      ...(partners.ok ? partners.value.rows : []).map(({ id, name, country }) => ({
        key: `partner-${id}`,
        text: name,
        hint: country,
        to: `/cooperation/partners/${id}`,
      })),
      ...(projects.ok ? projects.value.rows : []).map(({ id, name, startsOn }) => ({
        key: `project-${id}`,
        text: name,
        hint: displayDate(startsOn),
        to: `/cooperation/projects/${id}`,
      })),
      ...(agreements.ok ? agreements.value.rows : []).map(({ id, name, number }) => ({
        key: `agreement-${id}`,
        text: name,
        hint: number,
        to: `/cooperation/agreements/${id}`,
      })),
      ...(gifts.ok ? gifts.value.rows : []).map(({ id, what, receivedOn }) => ({
        key: `gift-${id}`,
        text: what,
        hint: displayDate(receivedOn),
        to: `/cooperation/gifts/${id}`,
      })),
    ]
  },
}

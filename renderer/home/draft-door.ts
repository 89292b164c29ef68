const kinds = [
  'addTitle',
  'updateTitle',
  'addRecord',
  'saveRecord',
  'addVoucher',
  'updateVoucher',
  'accession',
  'updateCopy',
  'withdraw',
  'opening',
  'addProduct',
  'updateProduct',
  'note',
  'library',
  'addStocktake',
  'updateStocktake',
  'weedingPaper',
  'labelTemplate',
  'mergerPlan',
  'pageText',
  'addActivity',
  'updateActivity',
  'admission',
  'assessment',
  'associationReport',
  'facilities',
  'givenFigure',
  'ownIndicator',
  'plans',
  'network',
  'rotation',
  'staff',
  'addProject',
  'updateProject',
  'addAgreement',
  'updateAgreement',
  'addGift',
  'updateGift',
  'addDelegation',
  'updateDelegation',
  'addMembership',
  'updateMembership',
  'counters',
  'addReader',
  'updateReader',
] as const
type Kind = (typeof kinds)[number]

export type DraftDoor = {
  to: string
  kind: Kind
  id: number | null
}

/** What stands for a number in the form's key is the record's id; `to` is given what the key holds, part by part. */
const doors: { form: RegExp; kind: Kind; to: (...ids: string[]) => string }[] = [
  { form: /^catalogue\.addTitle$/, kind: 'addTitle', to: () => '/catalogue/new' },
  {
    form: /^catalogue\.addTitle\/(from|host|pool)\/(\d+)$/,
    kind: 'addTitle',
    to: (origin, id) => `/catalogue/new?${origin}=${id}`,
  },
  { form: /^catalogue\.updateTitle\/(\d+)$/, kind: 'updateTitle', to: (id) => `/catalogue/${id}` },
  { form: /^catalogue\.addRecord$/, kind: 'addRecord', to: () => '/catalogue/new/marc' },
  {
    form: /^catalogue\.saveRecord\/(\d+)$/,
    kind: 'saveRecord',
    to: (id) => `/catalogue/${id}/marc`,
  },
  { form: /^copies\.addVoucher$/, kind: 'addVoucher', to: () => '/copies/vouchers' },
  {
    form: /^copies\.updateVoucher\/(\d+)$/,
    kind: 'updateVoucher',
    to: (id) => `/copies/vouchers/${id}`,
  },
  { form: /^copies\.accession\/(\d+)$/, kind: 'accession', to: (id) => `/copies/vouchers/${id}` },
  { form: /^copies\.updateCopy\/(\d+)$/, kind: 'updateCopy', to: (id) => `/copies/${id}` },
  { form: /^copies\.withdraw$/, kind: 'withdraw', to: () => '/copies/withdrawals/new' },
  { form: /^stock\.setOpening$/, kind: 'opening', to: () => '/stock/opening' },
  { form: /^products\.product\/new$/, kind: 'addProduct', to: () => '/products' },
  { form: /^products\.product\/(\d+)$/, kind: 'updateProduct', to: (id) => `/products/${id}` },
  {
    form: /^reports\.setBlock\/(\w+)\/(\d+)$/,
    kind: 'note',
    to: (block, id) => `/reports/${id}?edit=${block}`,
  },
  {
    form: /^weeding\.paper\/(\w+)\/(\d+)$/,
    kind: 'weedingPaper',
    to: (paper, id) => `/weeding/${id}?part=papers&paper=${paper}`,
  },
  { form: /^stocktake\.fields\/new$/, kind: 'addStocktake', to: () => '/stocktake/new' },
  { form: /^stocktake\.fields\/(\d+)$/, kind: 'updateStocktake', to: (id) => `/stocktake/${id}/edit` },
  { form: /^labels\.template\/(\d+)$/, kind: 'labelTemplate', to: (id) => `/labels/templates/${id}` },
  {
    form: /^indicators\.given\/(\d+|new)$/,
    kind: 'givenFigure',
    to: (id) => `/indicators/given?edit=${id}`,
  },
  {
    form: /^indicators\.given\/(\w+)$/,
    kind: 'givenFigure',
    to: (code) => `/indicators/${code.replaceAll('_', '.')}?give=`,
  },
  {
    form: /^indicators\.own\/(\w+)$/,
    kind: 'ownIndicator',
    to: (id) => `/indicators/own?edit=${id}`,
  },
  { form: /^merger\.setPlan\/(\d+)$/, kind: 'mergerPlan', to: (id) => `/merger/${id}/plan` },
  {
    form: /^preservation\.correctText\/(\d+)$/,
    kind: 'pageText',
    to: (id) => `/preservation/pages/${id}?edit=`,
  },
  { form: /^activities\.add$/, kind: 'addActivity', to: () => '/activities/new' },
  {
    form: /^activities\.add\/from\/(\d+)$/,
    kind: 'addActivity',
    to: (id) => `/activities/new?from=${id}`,
  },
  { form: /^activities\.update\/(\d+)$/, kind: 'updateActivity', to: (id) => `/activities/${id}/edit` },
  { form: /^association\.admit$/, kind: 'admission', to: () => '/association/admissions/new' },
  {
    form: /^association\.saveAssessment\/(\d+)$/,
    kind: 'assessment',
    to: (year) => `/association/friendly?year=${year}`,
  },
  {
    form: /^association\.setReportTexts\/(\d+)$/,
    kind: 'associationReport',
    to: (year) => `/association/report?year=${year}`,
  },
  {
    form: /^plans\.grid\/(\d+)-(\w+)-([\d-]+)$/,
    kind: 'plans',
    to: (year, scope, on) => `/plans/grid?year=${year}&scope=${scope}&on=${on}`,
  },
  {
    form: /^plans\.milestone\/(\w+)\/(\w+)$/,
    kind: 'plans',
    to: (roadmapId, id) => `/plans/${roadmapId}?milestone=${id}`,
  },
  { form: /^plans\.roadmaps\/(\d+)$/, kind: 'plans', to: (id) => `/plans/${id}?edit=` },
  {
    form: /^plans\.(\w+)\/(\w+)$/,
    kind: 'plans',
    to: (list, id) => (list === 'roadmaps' ? `/plans?edit=${id}` : `/plans/${list}?edit=${id}`),
  },
  { form: /^facilities\.many$/, kind: 'facilities', to: () => '/facilities/equipment/many' },
  {
    form: /^facilities\.manyOf\/(\d+)\.(\d+)$/,
    kind: 'facilities',
    to: (gift, item) => `/facilities/equipment/many?gift=${gift}&item=${item}`,
  },
  {
    form: /^facilities\.equipment\/(\d+)$/,
    kind: 'facilities',
    to: (id) => `/facilities/equipment/${id}?edit=`,
  },
  {
    form: /^facilities\.(\w+)\/(\w+)$/,
    kind: 'facilities',
    to: (list, id) => (list === 'rooms' ? `/facilities?edit=${id}` : `/facilities/${list}?edit=${id}`),
  },
  { form: /^network\.many$/, kind: 'network', to: () => '/network/many' },
  {
    form: /^network\.points\/(\d+)$/,
    kind: 'network',
    to: (id) => `/network/points/${id}?edit=`,
  },
  {
    form: /^network\.figures\/(\d+)$/,
    kind: 'network',
    to: (id) => `/network/points/${id}?figures=`,
  },
  {
    form: /^network\.supports\/(\w+)\/\w+$/,
    kind: 'network',
    to: (id) => `/activities/${id}`,
  },
  {
    form: /^network\.survey\/(\d+)$/,
    kind: 'network',
    to: (year) => `/network/survey?year=${year}`,
  },
  {
    form: /^network\.(\w+)\/(\w+)$/,
    kind: 'network',
    to: (list, id) => (list === 'points' ? `/network?edit=${id}` : `/network/${list}?edit=${id}`),
  },
  {
    form: /^rotation\.shipments\/(\d+)$/,
    kind: 'rotation',
    to: (id) => `/rotation/${id}?edit=`,
  },
  {
    form: /^rotation\.report\/(\w+)\/\w+$/,
    kind: 'rotation',
    to: (id) => `/rotation/${id}`,
  },
  {
    form: /^rotation\.(\w+)\/(\w+)$/,
    kind: 'rotation',
    to: (list, id) => (list === 'shipments' ? `/rotation?edit=${id}` : `/rotation/${list}?edit=${id}`),
  },
  {
    form: /^staff\.people\/(\d+)$/,
    kind: 'staff',
    to: (id) => `/staff/${id}?edit=`,
  },
  {
    form: /^staff\.(\w+)\/(\w+)$/,
    kind: 'staff',
    to: (list, id) => (list === 'people' ? `/staff?edit=${id}` : `/staff/${list}?edit=${id}`),
  },
  { form: /^cooperation\.addProject$/, kind: 'addProject', to: () => '/cooperation/projects/new' },
  {
    form: /^cooperation\.updateProject\/(\d+)$/,
    kind: 'updateProject',
    to: (id) => `/cooperation/projects/${id}/edit`,
  },
  { form: /^cooperation\.addAgreement$/, kind: 'addAgreement', to: () => '/cooperation/agreements/new' },
  {
    form: /^cooperation\.updateAgreement\/(\d+)$/,
    kind: 'updateAgreement',
    to: (id) => `/cooperation/agreements/${id}/edit`,
  },
  { form: /^cooperation\.addGift$/, kind: 'addGift', to: () => '/cooperation/gifts/new' },
  {
    form: /^cooperation\.updateGift\/(\d+)$/,
    kind: 'updateGift',
    to: (id) => `/cooperation/gifts/${id}/edit`,
  },
  { form: /^cooperation\.addDelegation$/, kind: 'addDelegation', to: () => '/cooperation/delegations/new' },
  {
    form: /^cooperation\.updateDelegation\/(\d+)$/,
    kind: 'updateDelegation',
    to: (id) => `/cooperation/delegations/${id}/edit`,
  },
  { form: /^cooperation\.addMembership$/, kind: 'addMembership', to: () => '/cooperation/memberships/new' },
  {
    form: /^cooperation\.updateMembership\/(\d+)$/,
    kind: 'updateMembership',
    to: (id) => `/cooperation/memberships/${id}/edit`,
  },
  {
    form: /^cooperation\.addProject\/of\/(\d+)$/,
    kind: 'addProject',
    to: (id) => `/cooperation/projects/new?partnerId=${id}`,
  },
  {
    form: /^cooperation\.addAgreement\/of\/(\d+)$/,
    kind: 'addAgreement',
    to: (id) => `/cooperation/agreements/new?partnerId=${id}`,
  },
  {
    form: /^cooperation\.addAgreement\/renews\/(\d+)$/,
    kind: 'addAgreement',
    to: (id) => `/cooperation/agreements/new?renewsId=${id}`,
  },
  {
    form: /^cooperation\.addGift\/of\/(\d+)$/,
    kind: 'addGift',
    to: (id) => `/cooperation/gifts/new?partnerId=${id}`,
  },
  {
    form: /^cooperation\.addGift\/in\/(\d+)$/,
    kind: 'addGift',
    to: (id) => `/cooperation/gifts/new?projectId=${id}`,
  },
  {
    form: /^readers\.counterDay\/\d+\/([\d-]+)$/,
    kind: 'counters',
    to: (on) => `/readers/counters?on=${on}`,
  },
  {
    form: /^readers\.counterMonth\/\d+\/([\d-]+)$/,
    kind: 'counters',
    to: (month) => `/readers/counters/month?month=${month}`,
  },
  {
    form: /^readers\.counterYear\/\d+\/(\d+)$/,
    kind: 'counters',
    to: (year) => `/readers/counters/online?year=${year}`,
  },
  { form: /^readers\.addReader$/, kind: 'addReader', to: () => '/readers/new' },
  { form: /^readers\.updateReader\/(\d+)$/, kind: 'updateReader', to: (id) => `/readers/${id}/edit` },
  { form: /^settings\.setLibrary$/, kind: 'library', to: () => '/settings' },
]

/** The page where a draft is taken up again; null for a form this page does not know. */
export function draftDoor(form: string): DraftDoor | null {
  for (const { form: pattern, kind, to } of doors) {
    const match = pattern.exec(form)
    if (!match) continue
    const parts = match.slice(1)
    const id = Number(parts.at(-1) ?? NaN)
    return { kind, to: to(...parts), id: Number.isNaN(id) ? null : id }
  }
  return null
}

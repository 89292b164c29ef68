import { by } from '../example.ts'
import { entered, stocked } from './copy-steps.ts'

export const fields = { name: 'Thanh lọc 2020', year: 2020 }
export const one = { id: 1, copyIds: [1], ground: 'damaged' as const, reason: 'Rách bìa' }
export const items = { id: 1, itemIds: [1] }
const chair = { name: 'Trần Văn Chủ', title: 'Phó Giám đốc', role: 'chair' } as const
export const council = {
  id: 1,
  kind: 'council' as const,
  rev: 1,
  symbol: 'QĐ-SVH',
  content: { issuingBody: 'Sở Văn hóa', members: [chair] },
}
export const decision = {
  id: 1,
  rev: 5,
  number: '12/QĐ-TV',
  signedOn: '2020-05-20',
  withdrawnOn: '2020-06-01',
  isAboveLimitMeant: true,
}

/** One of two copies is more than a tenth of the stock. */
export const explained = { aboveLimitReason: 'Kho bị ngập' }

/** Two copies of one title, and a dossier whose list has the first of them. */
export const here = [...stocked, entered]
export const dossier = by('cataloguer', 'weeding.addWeeding', fields)
export const secondDossier = by('cataloguer', 'weeding.addWeeding', { ...fields, name: 'Đợt 2' })
const added = by('cataloguer', 'weeding.addItems', one)
export const begun = [...here, dossier, added]

const proposal = by('cataloguer', 'weeding.recordPaper', {
  id: 1,
  rev: 1,
  kind: 'proposal',
  number: '05',
  signedOn: '2020-05-01',
  ...explained,
})
const list = by('cataloguer', 'weeding.recordPaper', {
  id: 1,
  rev: 2,
  kind: 'list',
  signedOn: '2020-05-02',
  ...explained,
})
export const councilNamed = by('cataloguer', 'weeding.savePaper', council)
const founded = by('cataloguer', 'weeding.recordPaper', {
  id: 1,
  rev: 3,
  kind: 'council',
  number: '07',
  signedOn: '2020-05-05',
})
const voted = by('cataloguer', 'weeding.savePaper', {
  id: 1,
  kind: 'minutes',
  rev: 1,
  content: { votesFor: 5, votesAgainst: 0 },
})
const minutes = by('cataloguer', 'weeding.recordPaper', {
  id: 1,
  rev: 4,
  kind: 'minutes',
  signedOn: '2020-05-10',
  ...explained,
})
const toFounded = [proposal, list, councilNamed, founded]
export const toAppraised = [...toFounded, voted, minutes]
export const approval = by('director', 'weeding.approve', decision)

export const whenProposed = [...begun, proposal]
export const whenListed = [...whenProposed, list]
export const whenFounded = [...begun, ...toFounded]
export const whenAppraised = [...begun, ...toAppraised]
export const whenApproved = [...whenAppraised, approval]

export const rare = by('cataloguer', 'catalogue.setClass', {
  titleIds: [1],
  class: 'rare',
  evidence: 'Ấn bản đầu',
  setOn: '2020-02-01',
})
export const worse = by('cataloguer', 'copies.setCondition', {
  copyIds: [1],
  condition: 'damaged',
  on: '2020-04-01',
})
export const worn = by('cataloguer', 'copies.setCondition', {
  copyIds: [1],
  condition: 'worn',
  on: '2020-04-01',
})
export const dropped = by('cataloguer', 'weeding.dropItems', { ...items, reason: 'Còn dùng' })

/** A list as long as a list may be: copies that no example could enter one after another. */
export const fullList = [
  'pragma foreign_keys = off',
  `with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000)
   insert into weedingItem (weedingId, copyId, state, ground, reason)
   select 1, 1000 + i, 'listed', 'damaged', '' from n`,
]

export const refused = <Code extends string>(refuses: Code, name: string) =>
  ({ as: 'cataloguer', name, refuses }) as const

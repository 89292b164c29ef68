import type { MarcRecord } from '../../../shared/catalogue/contract.ts'
import { among, by, type ExamplesOf } from '../example.ts'

type Verb =
  | 'searchAuthorities'
  | 'authority'
  | 'addAuthority'
  | 'updateAuthority'
  | 'mergeAuthorities'
  | 'removeAuthority'
  | 'templates'
  | 'addTemplate'
  | 'updateTemplate'
  | 'removeTemplate'

export const record: MarcRecord = {
  leader: '00000nam a2200000 a 4500',
  fields: [
    { tag: '020', indicators: '  ', subfields: [['a', '0-306-40615-2 (bìa mềm)']] },
    {
      tag: '100',
      indicators: '0 ',
      subfields: [
        ['a', 'Đoàn Giỏi,'],
        ['e', 'tác giả'],
      ],
    },
    {
      tag: '245',
      indicators: '10',
      subfields: [
        ['a', 'Đất rừng phương Nam /'],
        ['c', 'Đoàn Giỏi'],
      ],
    },
    { tag: '912', indicators: '  ', subfields: [['x', 'giữ nguyên']] },
  ],
}
export const impossible: MarcRecord = {
  ...record,
  fields: [...record.fields, { tag: '0!0', indicators: '  ', subfields: [['a', 'x']] }],
}
const written = by('cataloguer', 'catalogue.addTitle', {
  title: 'Đất rừng phương Nam',
  responsibility: 'Đoàn Giỏi',
  authors: 'Đoàn Giỏi; Võ Quảng',
  subjects: 'Nam Bộ',
})
const authorities = { person: 1, subject: 2, other: 3 }
const template = { name: 'Sách địa chí', material: 'book' as const, record }
/** The seventh: a library begins with six. */
const templated = by('cataloguer', 'catalogue.addTemplate', template)
/** A heading in more records than one command changes. */
const carriedByMany = [
  'pragma foreign_keys = off',
  `with recursive number(value) as (values (1) union all select value + 1 from number where value <= 200)
    insert into titleAuthority (titleId, authorityId) select value + 1000, 3 from number`,
]

export const catalogueHeadings = {
  searchAuthorities: [
    {
      name: 'finds a heading by a form that leads to it',
      as: 'reader',
      before: [
        by('cataloguer', 'catalogue.addAuthority', {
          kind: 'person',
          heading: 'Tô Hoài',
          seeFrom: ['Nguyễn Sen'],
        }),
      ],
      input: { text: 'nguyen se', kind: 'person' },
      answers: { rows: [{ heading: 'Tô Hoài', through: 'Nguyễn Sen', titles: 0 }], next: null },
    },
    {
      name: 'lists what titles brought along, in Vietnamese order',
      as: 'reader',
      before: [written],
      input: {},
      answers: {
        rows: [
          { heading: 'Đoàn Giỏi', kind: 'person', titles: 1 },
          { heading: 'Nam Bộ', kind: 'subject' },
          { heading: 'Võ Quảng' },
        ],
      },
    },
  ],
  authority: [
    {
      name: 'shows how many titles carry it',
      as: 'reader',
      before: [written],
      input: { id: authorities.person },
      answers: { heading: 'Đoàn Giỏi', kind: 'person', titles: 1, seeFrom: [], mergedIntoId: null },
    },
    { name: 'is not there', as: 'reader', input: { id: 404 }, refuses: 'authority_not_found' },
  ],
  addAuthority: [
    {
      name: 'keeps the forms that lead to it',
      as: 'cataloguer',
      input: { kind: 'person', heading: 'Tô Hoài', seeFrom: ['Nguyễn Sen', 'Mai Trang'] },
      answers: { id: 1, rev: 1, heading: 'Tô Hoài', seeFrom: ['Nguyễn Sen', 'Mai Trang'], titles: 0 },
    },
    {
      name: 'has one heading once',
      as: 'cataloguer',
      before: [written],
      input: { kind: 'person', heading: 'Võ Quảng' },
      refuses: 'duplicate_heading',
    },
  ],
  updateAuthority: [
    {
      name: 'changes the heading in every record',
      as: 'cataloguer',
      before: [written],
      input: { id: authorities.subject, rev: 1, kind: 'subject', heading: 'Miền Nam', seeFrom: ['Nam Bộ'] },
      answers: { heading: 'Miền Nam', rev: 2, titles: 1, seeFrom: ['Nam Bộ'] },
    },
    {
      name: 'takes no heading of another',
      as: 'cataloguer',
      before: [written],
      input: { id: authorities.person, rev: 1, kind: 'person', heading: 'Võ Quảng' },
      refuses: 'duplicate_heading',
    },
    {
      name: 'is not there',
      as: 'cataloguer',
      input: { id: 404, rev: 1, kind: 'person', heading: 'x' },
      refuses: 'authority_not_found',
    },
    {
      name: 'does not change thousands of records at once',
      as: 'cataloguer',
      before: [written],
      upset: carriedByMany,
      input: { id: authorities.other, rev: 1, kind: 'person', heading: 'Võ Quảng (1920-2007)' },
      refuses: 'heading_widely_used',
    },
  ],
  mergeAuthorities: [
    {
      name: 'leads from the dropped heading to the kept one',
      as: 'cataloguer',
      before: [written],
      input: { keepId: authorities.person, dropIds: [authorities.other] },
      answers: { heading: 'Đoàn Giỏi', seeFrom: ['Võ Quảng'], titles: 1, rev: 2 },
    },
    {
      name: 'keeps names and subjects apart',
      as: 'cataloguer',
      before: [written],
      input: { keepId: authorities.person, dropIds: [authorities.subject] },
      refuses: 'kinds_differ',
    },
    {
      name: 'needs two',
      as: 'cataloguer',
      before: [written],
      input: { keepId: authorities.person, dropIds: [authorities.person] },
      refuses: 'same_authority',
    },
    {
      name: 'needs those that are there',
      as: 'cataloguer',
      before: [written],
      input: { keepId: authorities.person, dropIds: [404] },
      refuses: 'authority_not_found',
    },
    {
      name: 'does not change thousands of records at once',
      as: 'cataloguer',
      before: [written],
      upset: carriedByMany,
      input: { keepId: authorities.person, dropIds: [authorities.other] },
      refuses: 'heading_widely_used',
    },
  ],
  removeAuthority: [
    {
      name: 'lets go of one that no title carries',
      as: 'cataloguer',
      before: [by('cataloguer', 'catalogue.addAuthority', { kind: 'series', heading: 'Tủ sách cũ' })],
      input: { id: 1, rev: 1 },
      answers: { id: 1 },
    },
    {
      name: 'takes nothing out of records',
      as: 'cataloguer',
      before: [written],
      input: { id: authorities.person, rev: 1 },
      refuses: 'authority_in_use',
    },
    { name: 'is not there', as: 'cataloguer', input: { id: 404, rev: 1 }, refuses: 'authority_not_found' },
  ],
  templates: [
    {
      name: 'are there for every cataloguer',
      as: 'reader',
      before: [templated],
      input: {},
      answers: among(
        { id: 1, rev: 1, name: 'Sách', material: 'book' },
        { id: 7, rev: 1, name: 'Sách địa chí', material: 'book', isDefault: false, record },
      ),
    },
  ],
  addTemplate: [
    {
      name: 'keeps a record to begin from',
      as: 'cataloguer',
      input: { ...template, isDefault: true },
      answers: { id: 7, rev: 1, isDefault: true, record },
    },
    {
      name: 'has a name of its own',
      as: 'cataloguer',
      before: [templated],
      input: template,
      refuses: 'duplicate_name',
    },
    {
      name: 'holds nothing that could never be saved',
      as: 'cataloguer',
      input: { ...template, record: impossible },
      refuses: 'marc_invalid',
    },
  ],
  updateTemplate: [
    {
      name: 'takes the next revision',
      as: 'cataloguer',
      before: [templated],
      input: { ...template, id: 7, rev: 1, name: 'Địa chí' },
      answers: { id: 7, rev: 2, name: 'Địa chí' },
    },
    {
      name: 'takes no name of another',
      as: 'cataloguer',
      before: [templated],
      input: { ...template, id: 1, rev: 1 },
      refuses: 'duplicate_name',
    },
    {
      name: 'holds nothing that could never be saved',
      as: 'cataloguer',
      before: [templated],
      input: { ...template, id: 7, rev: 1, record: impossible },
      refuses: 'marc_invalid',
    },
    {
      name: 'is not there',
      as: 'cataloguer',
      input: { ...template, id: 404, rev: 1 },
      refuses: 'template_not_found',
    },
  ],
  removeTemplate: [
    { name: 'is gone', as: 'cataloguer', before: [templated], input: { id: 7, rev: 1 }, answers: { id: 7 } },
    { name: 'is not there', as: 'cataloguer', input: { id: 404, rev: 1 }, refuses: 'template_not_found' },
  ],
} satisfies Pick<ExamplesOf<'catalogue'>, Verb>

import { by, type ExamplesOf } from '../example.ts'
import { entered, secondSeries, secondSite, stocked } from './copy-steps.ts'

const here = [...stocked, entered]
const site = { id: 1, rev: 1, name: 'Cơ sở 1' }
const store = { id: 1, rev: 1, name: 'Kho đọc' }
const series = { id: 1, rev: 1, name: 'Sách', prefix: 'VN.' }
const refused = <Code extends string>(refuses: Code, name: string) =>
  ({ as: 'cataloguer', name, refuses }) as const

export const placeCommands = {
  addSite: [
    {
      name: 'opens a place',
      as: 'cataloguer',
      input: { name: 'Cơ sở 2', code: 'CS2' },
      answers: { id: 2, name: 'Cơ sở 2', code: 'CS2', closedOn: null, stores: [] },
    },
    { ...refused('duplicate_name', 'has names once'), before: [secondSite], input: { name: 'Cơ sở 2' } },
  ],
  updateSite: [
    { name: 'renames', as: 'cataloguer', input: site, answers: { rev: 2, name: 'Cơ sở 1' } },
    { ...refused('site_not_found', 'needs one'), input: { ...site, id: 404 } },
    {
      ...refused('duplicate_name', 'has names once'),
      before: [secondSite],
      input: { ...site, name: 'Cơ sở 2' },
    },
    {
      ...refused('site_has_copies', 'closes when empty'),
      before: [...here, secondSite],
      input: { ...site, closedOn: '2020-12-31' },
    },
    { ...refused('last_site', 'leaves one open'), input: { ...site, closedOn: '2020-12-31' } },
  ],
  addStore: [
    {
      name: 'opens a store',
      as: 'cataloguer',
      input: { siteId: 1, name: 'Kho đọc' },
      answers: { id: 2, siteId: 1, name: 'Kho đọc' },
    },
    { ...refused('site_not_found', 'needs a site'), input: { siteId: 404, name: 'Kho đọc' } },
    { ...refused('duplicate_name', 'has names once in a site'), input: { siteId: 1, name: 'Kho chính' } },
  ],
  updateStore: [
    { name: 'renames', as: 'cataloguer', input: store, answers: { rev: 2, name: 'Kho đọc' } },
    {
      name: 'keeps what stands in it in the house',
      as: 'cataloguer',
      input: { ...store, isReadingOnly: true },
      answers: { isReadingOnly: true },
    },
    { ...refused('store_not_found', 'needs one'), input: { ...store, id: 404 } },
    {
      ...refused('duplicate_name', 'has names once in a site'),
      before: [by('cataloguer', 'copies.addStore', { siteId: 1, name: 'Kho đọc' })],
      input: store,
    },
    {
      ...refused('store_has_copies', 'closes when empty'),
      before: here,
      input: { ...store, closedOn: '2020-12-31' },
    },
  ],
  addSeries: [
    {
      name: 'begins at nothing',
      as: 'cataloguer',
      input: { name: 'Sách', prefix: 'VN.', materials: ['book'] },
      answers: { id: 1, digits: 6, materials: ['book'], lastNumber: 0, copies: 0, gaps: 0 },
    },
    { ...refused('duplicate_name', 'has names once'), before: stocked, input: { name: 'Sách', prefix: 'X' } },
    {
      ...refused('duplicate_prefix', 'has prefixes once'),
      before: stocked,
      input: { name: 'Khác', prefix: 'vn.' },
    },
    {
      ...refused('prefix_clash', 'writes numbers of its own'),
      before: stocked,
      input: { name: 'Khác', prefix: 'VN.1', digits: 5 },
    },
  ],
  updateSeries: [
    {
      name: 'may change before its first number',
      as: 'cataloguer',
      before: stocked,
      input: { ...series, prefix: 'S', digits: 4 },
      answers: { rev: 2, prefix: 'S', digits: 4 },
    },
    { ...refused('series_not_found', 'needs one'), input: { ...series, id: 404 } },
    {
      ...refused('duplicate_name', 'has names once'),
      before: [...stocked, secondSeries],
      input: { ...series, name: 'Bản đồ' },
    },
    {
      ...refused('duplicate_prefix', 'has prefixes once'),
      before: [...stocked, secondSeries],
      input: { ...series, prefix: 'BĐ' },
    },
    {
      ...refused('prefix_clash', 'writes numbers of its own'),
      before: [...stocked, secondSeries],
      input: { ...series, prefix: 'BĐ2' },
    },
    {
      ...refused('series_in_use', 'keeps the form of given numbers'),
      before: here,
      input: { ...series, digits: 8 },
    },
  ],
} satisfies Partial<ExamplesOf<'copies'>>

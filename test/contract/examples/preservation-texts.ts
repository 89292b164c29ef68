import { by, type ExamplesOf } from '../example.ts'
import { folderWith } from '../../support/scans.ts'
import { checkedPages, titled } from './preservation-steps.ts'

const typing = (fileId: number, text: string) =>
  by('digitizer', 'preservation.correctText', { fileId, rev: null, text })
const written = [
  ...checkedPages,
  typing(1, 'Trăm năm trong cõi người ta'),
  typing(2, 'Chữ tài chữ mệnh khéo là ghét nhau'),
  typing(3, 'Trăm năm bia đá thì mòn'),
]
const unchecked = [
  titled,
  by('digitizer', 'preservation.linkFolder', { titleId: 1, path: folderWith({}), purpose: 'use' }),
]
const nowhere = { path: '/khong-co/tesseract', secondsPerPage: 60, lowBelow: 70 }
const elsewhere = by('digitizer', 'preservation.setTextRule', nowhere)

export const preservationTexts = {
  textProgram: [
    {
      name: 'is told to be missing, in the place where it was said to be',
      as: 'digitizer',
      before: [elsewhere],
      input: {},
      answers: { rule: nowhere, program: null },
    },
  ],
  textPlan: [
    {
      name: 'says what is left to read, in the language of the record',
      as: 'cataloguer',
      before: [...checkedPages, typing(2, 'Một trang')],
      input: { folderId: 1 },
      answers: {
        languages: ['vie'],
        mayHoldHanNom: false,
        pages: 3,
        withText: 1,
        low: 0,
        failed: 0,
        unchecked: 0,
        unfit: 0,
      },
    },
    { name: 'is of a folder', as: 'digitizer', input: { folderId: 9 }, refuses: 'folder_not_found' },
  ],
  jobTexts: [
    {
      name: 'counts nothing for work that has no folder',
      as: 'digitizer',
      before: written,
      input: { jobId: 7 },
      answers: { pages: 0, withText: 0, low: 0, failed: 0 },
    },
  ],
  text: [
    {
      name: 'stands beside its page, between the pages before and behind it',
      as: 'director',
      before: written,
      input: { fileId: 2 },
      answers: {
        text: 'Chữ tài chữ mệnh khéo là ghét nhau',
        isCorrected: true,
        source: 'typed',
        previousId: 1,
        nextId: 3,
      },
    },
    { name: 'is of a page', as: 'director', input: { fileId: 9 }, refuses: 'file_not_found' },
  ],
  countTexts: [
    {
      name: 'says on how many pages words stand close together, whatever their accents',
      as: 'cataloguer',
      before: written,
      input: { text: 'tram nam' },
      answers: { pages: 2, titles: 1, isExact: true },
    },
  ],
  findTexts: [
    {
      name: 'gives titles with the first of their pages',
      as: 'cataloguer',
      before: written,
      input: { text: 'bia đá' },
      answers: {
        rows: [{ titleId: 1, pages: 1, hits: [{ fileId: 3, path: 'SH000001_0003.tif' }] }],
        next: null,
      },
    },
  ],
  textHits: [
    {
      name: 'gives the pages of one title in their order',
      as: 'cataloguer',
      before: written,
      input: { titleId: 1, text: 'trăm năm', limit: 1 },
      answers: { rows: [{ fileId: 1 }], next: '1' },
    },
  ],
  setTextRule: [
    {
      name: 'says where the program is and how long a page may take',
      as: 'digitizer',
      input: { secondsPerPage: 300 },
      answers: { path: '', secondsPerPage: 300, lowBelow: 70 },
    },
    {
      name: 'starts no program of another name',
      as: 'digitizer',
      input: { path: '/usr/bin/rm' },
      refuses: 'program_unfit',
    },
  ],
  correctText: [
    {
      name: 'types what stands on a page',
      as: 'digitizer',
      before: checkedPages,
      input: { fileId: 1, rev: null, text: 'Dòng một\nDòng hai' },
      answers: { rev: 1, text: 'Dòng một\nDòng hai', isCorrected: true },
    },
    {
      name: 'takes back what was typed',
      as: 'digitizer',
      before: written,
      input: { fileId: 1, rev: 1, text: null },
      answers: { rev: null, text: '', isCorrected: false },
    },
    {
      name: 'is of a page that is there',
      as: 'digitizer',
      input: { fileId: 9, rev: null, text: 'x' },
      refuses: 'file_not_found',
    },
    {
      name: 'is tied to a page whose sum is known',
      as: 'digitizer',
      before: checkedPages,
      upset: ['update digitalFile set sha256 = null where id = 1'],
      input: { fileId: 1, rev: null, text: 'x' },
      refuses: 'file_unread',
    },
    {
      name: 'overwrites nobody’s correction',
      as: 'digitizer',
      before: written,
      input: { fileId: 1, rev: null, text: 'x' },
      refuses: 'stale',
    },
  ],
  readTexts: [
    {
      name: 'leaves alone what has its text',
      as: 'digitizer',
      before: written,
      input: { folderId: 1 },
      answers: { folderId: 1, read: 0, failed: 0, failedPaths: [], isWhole: true },
    },
    { name: 'reads what is linked', as: 'digitizer', input: { folderId: 9 }, refuses: 'folder_not_found' },
    {
      name: 'reads what was checked',
      as: 'digitizer',
      before: unchecked,
      input: { folderId: 1 },
      refuses: 'folder_unchecked',
    },
    {
      name: 'says that the program is missing',
      as: 'digitizer',
      before: [...checkedPages, elsewhere],
      input: { folderId: 1 },
      refuses: 'program_missing',
    },
    {
      name: 'says which language the program lacks',
      as: 'digitizer',
      before: checkedPages,
      input: { folderId: 1, languages: ['tlh'] },
      refuses: 'language_missing',
    },
    {
      name: 'says that the disk is not attached',
      as: 'digitizer',
      before: [
        ...checkedPages,
        by('digitizer', 'preservation.updateFolder', {
          id: 1,
          rev: 1,
          path: '/khong-co',
          purpose: 'master',
          profileId: null,
        }),
      ],
      input: { folderId: 1 },
      refuses: 'folder_out_of_reach',
    },
  ],
} as const satisfies Pick<
  ExamplesOf<'preservation'>,
  | 'textProgram'
  | 'textPlan'
  | 'jobTexts'
  | 'text'
  | 'countTexts'
  | 'findTexts'
  | 'textHits'
  | 'setTextRule'
  | 'correctText'
  | 'readTexts'
>

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { testFolder } from '../../support/engine.ts'
import { by, type ExamplesOf } from '../example.ts'

const fields = { name: 'USB xanh', lateAfterDays: 14 }
const stick = testFolder()
const added = by('director', 'backup.addPlace', { ...fields, path: stick })

/** A stick that another library marked as its own. */
function strangersStick(): string {
  const folder = testFolder()
  const mark = { program: 'Kho Sách', uuid: 'a', library: 'Thư viện khác', libraryUuid: 'b' }
  writeFileSync(join(folder, 'kho-sach-sao-luu.json'), JSON.stringify(mark))
  return folder
}

export const places = {
  places: [
    {
      name: 'has the folder beside the library from the beginning',
      as: 'director',
      input: {},
      answers: [{ id: 1, isOwn: true, isSameDisk: true, isLate: true }],
    },
  ],
  folders: [
    { name: 'shows where folders begin', as: 'director', input: {}, answers: { path: '', above: null } },
    {
      name: 'says what cannot be looked into',
      as: 'director',
      input: { path: '/khong/co/thu-muc' },
      refuses: 'path_unreadable',
    },
  ],
  addPlace: [
    {
      name: 'marks a stick as a place of this library',
      as: 'director',
      input: { ...fields, path: testFolder() },
      answers: { id: 2 },
    },
    {
      name: 'needs a full path',
      as: 'director',
      input: { ...fields, path: 'sao-luu' },
      refuses: 'path_not_absolute',
    },
    {
      name: 'needs a folder that is there',
      as: 'director',
      input: { ...fields, path: '/khong/co/thu-muc' },
      refuses: 'path_unreadable',
    },
    {
      name: 'needs a folder that can be written',
      as: 'director',
      input: { ...fields, path: '/proc' },
      refuses: 'path_readonly',
    },
    {
      name: 'leaves another library its own',
      as: 'director',
      input: { ...fields, path: strangersStick() },
      refuses: 'place_known',
    },
    {
      name: 'takes no folder of the library itself',
      as: 'director',
      before: [by('director', 'backup.places', {})],
      input: ({ values }) => ({ ...fields, path: (values[0] as { folder: string }[])[0]?.folder ?? '' }),
      refuses: 'place_in_library',
    },
  ],
  updatePlace: [
    {
      name: 'changes when it is asked for',
      as: 'director',
      input: { id: 1, rev: 1, name: '', lateAfterDays: 3 },
      answers: { done: true },
    },
    {
      name: 'needs a place that is used',
      as: 'director',
      input: { id: 99, rev: 1, name: 'USB', lateAfterDays: 3 },
      refuses: 'place_not_found',
    },
  ],
  retirePlace: [
    {
      name: 'gives a stick up and leaves what lies there',
      as: 'director',
      before: [added],
      input: { id: 2, rev: 1 },
      answers: { done: true },
    },
    {
      name: 'needs a place that is used',
      as: 'director',
      input: { id: 99, rev: 1 },
      refuses: 'place_not_found',
    },
    {
      name: 'keeps the folder beside the library',
      as: 'director',
      input: { id: 1, rev: 1 },
      refuses: 'place_is_own',
    },
  ],
} satisfies Partial<ExamplesOf<'backup'>>

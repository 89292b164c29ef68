import { join } from 'node:path'
import { tiffOf } from '../../support/images.ts'
import { folderWith, scannedPages } from '../../support/scans.ts'
import { among, by, type ExamplesOf } from '../example.ts'
import { preservationPackages } from './preservation-packages.ts'
import { registered } from './preservation-steps.ts'
import { preservationTexts } from './preservation-texts.ts'
import { preservationVolumes } from './preservation-volumes.ts'

const { 'SH000001_0002.tif': _, ...pages } = scannedPages(4)
const path = folderWith({ ...pages, 'SH000001_0005.tif': tiffOf({ dpi: 96 }), 'phu-luc/bia.txt': 'Bìa' })
const gone = join(path, 'khong-co')

const titled = by('cataloguer', 'catalogue.addTitle', { title: 'Địa chí tỉnh', material: 'book' })
const fields = { titleId: 1, path, purpose: 'master' } as const
const linked = [titled, by('digitizer', 'preservation.linkFolder', fields)]
const astray = [titled, by('digitizer', 'preservation.linkFolder', { ...fields, path: gone })]
const checked = [...linked, by('digitizer', 'preservation.checkFolder', { id: 1 })]
const profile = { name: 'Ảnh chụp', pattern: '{code}-{page}', formats: ['jpeg' as const], minDpi: 200 }
const profiled = by('digitizer', 'preservation.addProfile', profile)
const starters = 4
const own = starters + 1

export const preservation = {
  folders: [
    {
      name: 'are shown newest first, with what their check came to',
      as: 'director',
      before: checked,
      input: {},
      answers: {
        rows: [{ id: 1, title: 'Địa chí tỉnh', jobCode: '', path, state: 'checked', tally: { good: 5 } }],
        next: null,
      },
    },
    {
      name: 'are asked for by what is wrong with them',
      as: 'digitizer',
      before: checked,
      input: { view: 'troubled', titleId: 1, jobId: 7 },
      answers: { rows: [], next: null },
    },
    {
      name: 'are asked for by what is left to do',
      as: 'digitizer',
      before: linked,
      input: { view: 'unchecked', cursor: '9' },
      answers: { rows: [{ id: 1, state: 'new', tally: { good: 0, waiting: 0 } }], next: null },
    },
  ],
  folder: [
    {
      name: 'tells how it stands',
      as: 'cataloguer',
      before: checked,
      input: { id: 1 },
      answers: { state: 'checked', gaps: [], gapPages: 0, lastPage: null, problems: [] },
    },
    {
      name: 'is not there once it is unlinked',
      as: 'director',
      input: { id: 9 },
      refuses: 'folder_not_found',
    },
  ],
  files: [
    {
      name: 'are listed by their names',
      as: 'digitizer',
      before: checked,
      input: { folderId: 1, view: 'good', limit: 2 },
      answers: {
        rows: [
          { path: 'SH000001_0001.tif', format: 'tiff', dpi: 300, colour: 'grey', state: 'good' },
          { path: 'SH000001_0003.tif' },
        ],
        next: '"SH000001_0003.tif"',
      },
    },
    {
      name: 'go on where a page of the list ended',
      as: 'digitizer',
      before: checked,
      input: { folderId: 1, cursor: '"SH000001_0005.tif"' },
      answers: { rows: [{ path: 'phu-luc/bia.txt', format: 'other' }], next: null },
    },
    {
      name: 'are those of a folder',
      as: 'digitizer',
      input: { folderId: 1 },
      refuses: 'folder_not_found',
    },
  ],
  folderNews: [
    {
      name: 'tells what a check would find, without reading anything',
      as: 'digitizer',
      before: linked,
      input: { id: 1 },
      answers: { isReachable: true, files: 5, added: 5, changed: 0, gone: 0 },
    },
    {
      name: 'takes a disk that is not attached for no loss',
      as: 'digitizer',
      before: astray,
      input: { id: 1 },
      answers: { isReachable: false, files: 0, gone: 0 },
    },
    { name: 'is of a folder that is linked', as: 'digitizer', input: { id: 1 }, refuses: 'folder_not_found' },
  ],
  showFile: [
    {
      name: 'draws a page that the screen cannot show by itself',
      as: 'digitizer',
      before: checked,
      input: { id: 1, size: 'small' },
      answers: { picture: { name: 'page.png' }, lack: null, pages: 1 },
    },
    {
      name: 'has no page behind the last',
      as: 'digitizer',
      before: checked,
      input: { id: 1, size: 'small', pageInFile: 2 },
      answers: { picture: null, lack: 'not_drawn', pages: 1 },
    },
    {
      name: 'has no picture of a text',
      as: 'digitizer',
      before: checked,
      input: { id: 5, size: 'large' },
      answers: { picture: null, lack: 'no_picture' },
    },
    {
      name: 'shows what was listed only',
      as: 'digitizer',
      input: { id: 1, size: 'small' },
      refuses: 'file_not_found',
    },
    {
      name: 'says that a disk is not attached',
      as: 'digitizer',
      before: [
        ...checked,
        by('digitizer', 'preservation.updateFolder', {
          ...fields,
          id: 1,
          rev: 1,
          path: gone,
          profileId: null,
        }),
      ],
      input: { id: 1, size: 'small' },
      refuses: 'file_out_of_reach',
    },
  ],
  places: [
    {
      name: 'shows the folders below one',
      as: 'digitizer',
      input: { path },
      answers: { path, folders: [{ name: 'phu-luc', path: join(path, 'phu-luc') }], files: 4 },
    },
    {
      name: 'begins with what is attached',
      as: 'digitizer',
      input: {},
      answers: { path: '', above: null, files: 0 },
    },
    {
      name: 'cannot look where nothing is',
      as: 'digitizer',
      input: { path: gone },
      refuses: 'path_unreadable',
    },
  ],
  profiles: [
    {
      name: 'are there from the first day, for the library to change',
      as: 'cataloguer',
      input: {},
      answers: among({ name: 'Bản gốc số TIFF, 300 dpi', pattern: '{code}_{page:4}', minDpi: 300 }),
    },
  ],
  linkFolder: [
    {
      name: 'joins a folder to a title',
      as: 'digitizer',
      before: [titled],
      input: { ...fields, path: `${path}/`, profileId: 1 },
      answers: { id: 1, path, profileName: 'Bản gốc số TIFF, 300 dpi', state: 'new', checkedAt: null },
    },
    { name: 'asks for a title', as: 'digitizer', input: fields, refuses: 'title_not_found' },
    {
      name: 'asks for a job of that title',
      as: 'digitizer',
      before: [titled],
      input: { ...fields, jobId: 5 },
      refuses: 'job_not_found',
    },
    {
      name: 'asks for requirements that are there',
      as: 'digitizer',
      before: [titled],
      input: { ...fields, profileId: 99 },
      refuses: 'profile_not_found',
    },
    {
      name: 'takes no half of a path',
      as: 'digitizer',
      before: [titled],
      input: { ...fields, path: 'SoHoa/SH000001' },
      refuses: 'path_not_absolute',
    },
    {
      name: 'joins no folder twice',
      as: 'digitizer',
      before: linked,
      input: { ...fields, purpose: 'use' },
      refuses: 'folder_linked',
    },
  ],
  updateFolder: [
    {
      name: 'follows a disk to another letter, and has its files judged anew',
      as: 'digitizer',
      before: checked,
      input: { id: 1, rev: 1, path: gone, purpose: 'use', profileId: 2 },
      answers: { rev: 2, path: gone, purpose: 'use', state: 'partial' },
    },
    {
      name: 'changes what is linked only',
      as: 'digitizer',
      input: { id: 1, rev: 1, path, purpose: 'use', profileId: null },
      refuses: 'folder_not_found',
    },
    {
      name: 'asks for requirements that are there',
      as: 'digitizer',
      before: linked,
      input: { id: 1, rev: 1, path, purpose: 'use', profileId: 99 },
      refuses: 'profile_not_found',
    },
    {
      name: 'takes no half of a path',
      as: 'digitizer',
      before: linked,
      input: { id: 1, rev: 1, path: 'SoHoa', purpose: 'use', profileId: null },
      refuses: 'path_not_absolute',
    },
    {
      name: 'joins no folder twice',
      as: 'digitizer',
      before: [...linked, by('digitizer', 'preservation.linkFolder', { ...fields, path: gone })],
      input: { id: 2, rev: 1, path, purpose: 'use', profileId: null },
      refuses: 'folder_linked',
    },
    {
      name: 'overwrites nobody’s change',
      as: 'digitizer',
      before: linked,
      input: { id: 1, rev: 7, path, purpose: 'use', profileId: null },
      refuses: 'stale',
    },
  ],
  unlinkFolder: [
    {
      name: 'forgets what was seen in a folder',
      as: 'digitizer',
      before: checked,
      input: { id: 1, rev: 1 },
      answers: { id: 1, files: 5 },
    },
    {
      name: 'forgets what is linked only',
      as: 'digitizer',
      input: { id: 1, rev: 1 },
      refuses: 'folder_not_found',
    },
    {
      name: 'forgets nothing that a disk in a cupboard has copies of',
      as: 'digitizer',
      before: registered,
      input: { id: 1, rev: 1 },
      refuses: 'folder_has_copies',
    },
  ],
  addProfile: [
    {
      name: 'says what a library asks of its files',
      as: 'digitizer',
      input: profile,
      answers: { id: own, rev: 1, ...profile, firstPage: 1, minColour: null },
    },
    {
      name: 'bears a name of its own',
      as: 'digitizer',
      before: [profiled],
      input: profile,
      refuses: 'duplicate_name',
    },
    {
      name: 'has one place for the page',
      as: 'digitizer',
      input: { ...profile, pattern: '{page}-{page:3}' },
      refuses: 'pattern_wrong',
    },
  ],
  updateProfile: [
    {
      name: 'is asked of the files from then on',
      as: 'digitizer',
      before: [profiled],
      input: { ...profile, id: own, rev: 1, minDpi: 300 },
      answers: { id: own, rev: 2, minDpi: 300 },
    },
    {
      name: 'changes what is there only',
      as: 'digitizer',
      input: { ...profile, id: 99, rev: 1 },
      refuses: 'profile_not_found',
    },
    {
      name: 'bears a name of its own',
      as: 'digitizer',
      before: [profiled],
      input: { ...profile, id: 1, rev: 1 },
      refuses: 'duplicate_name',
    },
    {
      name: 'names what it means',
      as: 'digitizer',
      before: [profiled],
      input: { ...profile, id: own, rev: 1, pattern: '{trang}' },
      refuses: 'pattern_wrong',
    },
  ],
  removeProfile: [
    {
      name: 'is gone where nothing uses it',
      as: 'digitizer',
      before: [profiled],
      input: { id: own, rev: 1 },
      answers: { id: own },
    },
    {
      name: 'removes what is there only',
      as: 'digitizer',
      input: { id: 99, rev: 1 },
      refuses: 'profile_not_found',
    },
    {
      name: 'stays while a folder is judged by it',
      as: 'digitizer',
      before: [titled, by('digitizer', 'preservation.linkFolder', { ...fields, profileId: 1 })],
      input: { id: 1, rev: 1 },
      refuses: 'profile_in_use',
    },
  ],
  checkFolder: [
    {
      name: 'reads a folder and says what each file is',
      as: 'digitizer',
      before: linked,
      input: { id: 1 },
      answers: { id: 1, listed: 5, read: 5, good: 5, bad: 0, gone: 0, isWhole: true },
    },
    { name: 'checks what is linked only', as: 'digitizer', input: { id: 1 }, refuses: 'folder_not_found' },
    {
      name: 'says that a disk is not attached',
      as: 'digitizer',
      before: astray,
      input: { id: 1 },
      refuses: 'folder_out_of_reach',
    },
  ],
  ...preservationVolumes,
  ...preservationPackages,
  ...preservationTexts,
} as const satisfies ExamplesOf<'preservation'>

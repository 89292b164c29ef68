import { by, type ExamplesOf } from '../example.ts'
import { folderWith } from '../../support/scans.ts'
import {
  checkedPages,
  firstCode,
  pages,
  packing,
  packingTwice,
  receipt,
  received,
  rights,
  seal,
  sent,
  titled,
} from './preservation-steps.ts'

const empty = folderWith({})
const other = [
  ...checkedPages,
  by('cataloguer', 'catalogue.addTitle', { title: 'Sách khác', material: 'book' }),
  by('digitizer', 'preservation.linkFolder', { titleId: 2, path: empty, purpose: 'use' }),
]
const taking = (more: object = {}) => ({ id: 1, rev: 1, receipt: JSON.stringify({ ...receipt, ...more }) })

export const preservationPackages = {
  packages: [
    {
      name: 'are shown newest first, with whether they arrived',
      as: 'director',
      before: [titled],
      upset: sent,
      input: { cursor: '7' },
      answers: { rows: [{ id: 1, code: 'GN-2026-0001', receivedAt: null, files: 1 }], next: null },
    },
  ],
  makePackage: [
    {
      name: 'packs what was found sound, on the right that stands',
      as: 'digitizer',
      before: checkedPages,
      upset: [rights()],
      input: () => packing(),
      answers: { id: 1, code: firstCode, files: 3, receivedAt: null },
    },
    {
      name: 'packs what is linked only',
      as: 'digitizer',
      input: () => packing(),
      refuses: 'folder_not_found',
    },
    {
      name: 'packs one title at a time',
      as: 'digitizer',
      before: other,
      input: () => packing({ folderIds: [1, 2] }),
      refuses: 'folders_of_two_titles',
    },
    {
      name: 'packs nothing that was not checked',
      as: 'digitizer',
      before: other,
      input: () => packing({ folderIds: [2] }),
      refuses: 'folder_unsound',
    },
    {
      name: 'packs no empty folder',
      as: 'digitizer',
      before: [
        titled,
        by('digitizer', 'preservation.linkFolder', { titleId: 1, path: empty, purpose: 'use' }),
        by('digitizer', 'preservation.checkFolder', { id: 1 }),
      ],
      upset: [rights()],
      input: () => packing(),
      refuses: 'nothing_to_pack',
    },
    {
      name: 'gives nothing on while rights are unknown',
      as: 'digitizer',
      before: checkedPages,
      input: () => packing(),
      refuses: 'rights_unknown',
    },
    {
      name: 'gives nothing on that is restricted',
      as: 'digitizer',
      before: checkedPages,
      upset: [rights('restricted')],
      input: () => packing(),
      refuses: 'rights_refused',
    },
    {
      name: 'asks for a folder that is there',
      as: 'digitizer',
      before: checkedPages,
      upset: [rights()],
      input: () => packing({ path: `${pages}/khong-co` }),
      refuses: 'path_unreadable',
    },
    {
      name: 'writes over nothing',
      as: 'digitizer',
      before: checkedPages,
      upset: [rights()],
      input: () => packingTwice(),
      refuses: 'path_taken',
    },
    {
      name: 'asks for room first',
      as: 'digitizer',
      before: checkedPages,
      upset: [rights()],
      input: () => packing({ path: '/proc' }),
      refuses: 'no_room',
    },
    {
      name: 'packs no file that is not what was checked',
      as: 'digitizer',
      before: checkedPages,
      upset: [rights(), `update digitalFile set sha256 = '${'0'.repeat(64)}' where id = 2`],
      input: () => packing(),
      refuses: 'file_altered',
    },
    {
      name: 'says which file cannot be had',
      as: 'digitizer',
      before: checkedPages,
      upset: [rights(), `update digitalFile set path = 'khong-co.tif' where id = 2`],
      input: () => packing(),
      refuses: 'file_out_of_reach',
    },
  ],
  checkPackage: [
    {
      name: 'tells that a package arrived as it left, and gives a receipt',
      as: 'digitizer',
      input: { path: received },
      answers: { isValid: true, files: 1, seal, receipt: { name: 'bien-nhan-GN-2026-0001.json' } },
    },
    {
      name: 'tells what is no package',
      as: 'digitizer',
      input: { path: empty },
      answers: { isValid: false, problems: [{ problem: 'not_a_bag' }], receipt: null },
    },
    {
      name: 'asks for a folder that is there',
      as: 'digitizer',
      input: { path: `${empty}/khong-co` },
      refuses: 'path_unreadable',
    },
  ],
  takeReceipt: [
    {
      name: 'closes a hand-over',
      as: 'digitizer',
      before: [titled],
      upset: sent,
      input: taking(),
      answers: { rev: 2, receivedAt: receipt.checkedAt, receivedBy: receipt.library },
    },
    {
      name: 'is of a package on the list',
      as: 'digitizer',
      input: taking(),
      refuses: 'package_not_found',
    },
    {
      name: 'is no other file',
      as: 'digitizer',
      before: [titled],
      upset: sent,
      input: { ...taking(), receipt: '{"tên":"tệp khác"}' },
      refuses: 'receipt_unreadable',
    },
    {
      name: 'is of this very package, unchanged',
      as: 'digitizer',
      before: [titled],
      upset: sent,
      input: taking({ seal: 'f'.repeat(64) }),
      refuses: 'receipt_of_another',
    },
    {
      name: 'does not close what arrived damaged',
      as: 'digitizer',
      before: [titled],
      upset: sent,
      input: taking({ isValid: false }),
      refuses: 'receipt_says_damaged',
    },
  ],
} as const satisfies Pick<
  ExamplesOf<'preservation'>,
  'packages' | 'makePackage' | 'checkPackage' | 'takeReceipt'
>

import { type ExamplesOf } from '../example.ts'
import { named } from './settings.ts'
import {
  emptyFolder,
  enrolled,
  exported,
  keyMade,
  knownCode,
  lockedKey,
  packageRefusals,
  ready,
  sendRefusals,
} from './sync-steps.ts'

export const roads = {
  attempts: [
    {
      name: 'lists what was handed over',
      as: 'reader',
      before: [...ready, exported],
      input: {},
      answers: { rows: [{ id: 1, periodId: 1, road: 'file', problem: null }], next: null },
    },
  ],
  isDue: [
    {
      name: 'has nothing to do where nobody asked for it',
      as: 'stranger',
      input: {},
      answers: { isDue: false },
    },
  ],
  places: [
    { name: 'opens a folder', as: 'director', input: { path: '/' }, answers: { path: '/', above: null } },
    {
      name: 'opens no folder that is not there',
      as: 'director',
      input: { path: '/khong/co' },
      refuses: 'path_unreadable',
    },
  ],
  setSending: [
    {
      name: 'lets the background send',
      as: 'director',
      input: { isAutomatic: true, isMetered: false, proxy: 'http://proxy.tinh.gov.vn:8080' },
      answers: { done: true },
    },
    {
      name: 'encrypts to nobody who offered no key',
      as: 'director',
      before: [keyMade],
      upset: enrolled,
      input: { isAutomatic: true, isMetered: false, isEncrypted: true, proxy: '' },
      refuses: 'recipient_missing',
    },
  ],
  noteTelephoneCode: [
    {
      name: 'takes the code of the package',
      as: 'director',
      before: [...ready, exported],
      upset: [...enrolled, `update summaryPackage set hash = '${'0'.repeat(64)}'`],
      input: { packageId: 1, code: knownCode },
      answers: { done: true },
    },
    {
      name: 'has no package',
      as: 'director',
      before: [keyMade],
      upset: enrolled,
      input: { packageId: 404, code: knownCode },
      refuses: 'package_not_found',
    },
    {
      name: 'shares no key with anybody yet',
      as: 'director',
      input: { packageId: 1, code: knownCode },
      refuses: 'not_enrolled',
    },
    {
      name: 'takes no half code',
      as: 'director',
      before: [keyMade],
      upset: enrolled,
      input: { packageId: 1, code: '7K2M' },
      refuses: 'code_unreadable',
    },
    {
      name: 'takes no code of another package',
      as: 'director',
      before: [...ready, exported],
      upset: enrolled,
      input: { packageId: 1, code: knownCode },
      refuses: 'code_of_another',
    },
    {
      name: 'takes none where there is a receipt',
      as: 'director',
      before: [...ready, exported],
      upset: [
        ...enrolled,
        `update summaryPackage set hash = '${'0'.repeat(64)}'`,
        `insert into packageReceipt (packageId, road, outcome, notedAt, file)
          values (1, 'file', 'accepted', '2026-10-02', '')`,
      ],
      input: { packageId: 1, code: knownCode },
      refuses: 'receipt_there',
    },
  ],
  enrol: [
    {
      name: 'reaches nobody',
      as: 'director',
      before: [named, keyMade],
      input: { endpoint: 'http://127.0.0.1:9', code: 'MA-GHI-DANH' },
      answers: { receiver: null, problem: 'unreachable' },
    },
    {
      name: 'asks for the code of the library',
      as: 'director',
      before: [keyMade],
      input: { endpoint: 'http://127.0.0.1:9', code: 'MA-GHI-DANH' },
      refuses: 'profile_incomplete',
    },
    {
      name: 'asks for a key first',
      as: 'director',
      before: [named],
      input: { endpoint: 'http://127.0.0.1:9', code: 'MA-GHI-DANH' },
      refuses: 'key_missing',
    },
    {
      name: 'asks for the passphrase on another PC',
      as: 'director',
      before: [named, keyMade],
      upset: lockedKey,
      input: { endpoint: 'http://127.0.0.1:9', code: 'MA-GHI-DANH' },
      refuses: 'key_locked',
    },
    {
      name: 'goes to no address in the open',
      as: 'director',
      before: [named, keyMade],
      input: { endpoint: 'http://bo.gov.vn', code: 'MA-GHI-DANH' },
      refuses: 'endpoint_wrong',
    },
  ],
  send: [
    {
      name: 'says what stood in the way',
      as: 'director',
      before: ready,
      upset: enrolled,
      input: {},
      answers: { arrived: 0, waiting: 1, problem: 'unreachable' },
    },
    ...sendRefusals({}),
  ],
  sendByItself: [
    {
      name: 'says what stood in the way',
      as: 'director',
      before: ready,
      upset: enrolled,
      input: {},
      answers: { arrived: 0, waiting: 1, problem: 'unreachable' },
    },
    ...sendRefusals({}),
  ],
  writeToFolder: [
    {
      name: 'says that there is no such stick',
      as: 'director',
      before: ready,
      input: { periodId: 1, path: '/khong/co/USB' },
      answers: { fileName: '68-TV-68-2020-Q1-1.khosach', problem: 'folder_unreachable' },
    },
    ...packageRefusals({ periodId: 1, path: '/khong/co/USB' }),
  ],
  printCodes: [
    {
      name: 'draws a period as codes',
      as: 'director',
      before: ready,
      input: { periodId: 1 },
      answers: { file: { name: '68-TV-68-2020-Q1-1-QR.pdf' } },
    },
    ...packageRefusals({ periodId: 1 }),
  ],
  readReceipts: [
    {
      name: 'knows of no receiver whose word would count',
      as: 'director',
      input: { path: '/' },
      refuses: 'not_enrolled',
    },
    {
      name: 'has no such folder',
      as: 'director',
      before: [keyMade],
      upset: enrolled,
      input: { path: '/khong/co/USB' },
      refuses: 'folder_unreachable',
    },
    {
      name: 'finds nothing of ours in an empty folder',
      as: 'director',
      before: [keyMade],
      upset: enrolled,
      input: { path: emptyFolder },
      answers: { taken: [], others: [], unread: 0 },
    },
  ],
} satisfies Pick<
  ExamplesOf<'sync'>,
  | 'attempts'
  | 'isDue'
  | 'places'
  | 'setSending'
  | 'noteTelephoneCode'
  | 'enrol'
  | 'send'
  | 'sendByItself'
  | 'writeToFolder'
  | 'printCodes'
  | 'readReceipts'
>

import { createHmac } from 'node:crypto'
import { telephoneCode } from '../../../shared/sync/telephone-code.ts'
import { testFolder } from '../../support/engine.ts'
import { among, by, type ExamplesOf, type Given } from '../example.ts'
import { signedPeriod } from './reports.ts'
import { named } from './settings.ts'

const passphrase = 'một câu để thử khóa'
const keyMade = by('director', 'sync.makeKey', { passphrase })
const signed = [named, ...signedPeriod]
const ready = [...signed, keyMade]
/** As a receiver leaves it that nobody reaches any more. */
const enrolled = [
  `insert into enrolment (signingKeyId, endpoint, receiver, receiverKey, sharedKey, enrolledAt)
    values (1, 'http://127.0.0.1:9', 'Cục Thư viện', 'AAAA', '${'A'.repeat(43)}', '2026-10-01T00:00:00.000Z')`,
]
/** Another PC's key: this one has no copy of it. */
const lockedKey = ["update signingKey set publicKey = publicKey || 'A'"]
const alteredFigures = ['update figure set value = value + 1']
const exported = by('director', 'sync.exportPackage', { periodId: 1 })
const produced = by('director', 'reports.produce', { id: 1, format: 'docx' })
const unknownFile = { token: 'x'.repeat(22), name: 'mat.khosach', size: 1 }

/** The file that the step before left. */
function lastFile({ values }: Given) {
  return values.at(-1) as { file: Given['file'] }
}
const bytesOf = (text: string) => new TextEncoder().encode(text)

/** Of a package whose hash is all zeros, by the shared key of `enrolled`. */
const knownCode = telephoneCode('0'.repeat(64), (message) =>
  createHmac('sha256', Buffer.alloc(32)).update(message).digest(),
)
const emptyFolder = testFolder()

/** What every road refuses before it begins. */
function packageRefusals<Input extends { periodId: number }>(input: Input) {
  const as = 'director'
  return [
    {
      name: 'has no period',
      as,
      before: [named, keyMade],
      input: { ...input, periodId: 404 },
      refuses: 'period_not_found',
    },
    {
      name: 'sends nothing that is not signed',
      as,
      before: [named, keyMade, ...signedPeriod.slice(0, 1)],
      input,
      refuses: 'period_not_signed',
    },
    { name: 'asks for a key first', as, before: signed, input, refuses: 'key_missing' },
    ...commonRefusals(input),
  ] as const
}

function commonRefusals<Input extends object>(input: Input, upset: readonly string[] = []) {
  const as = 'director'
  return [
    {
      name: 'asks for the code of the library',
      as,
      before: [...signedPeriod, keyMade],
      upset,
      input,
      refuses: 'profile_incomplete',
    },
    {
      name: 'sends no figure that was changed by hand',
      as,
      before: ready,
      upset: [...upset, ...alteredFigures],
      input,
      refuses: 'figures_altered',
    },
    {
      name: 'asks for the passphrase on another PC',
      as,
      before: ready,
      upset: [...upset, ...lockedKey],
      input,
      refuses: 'key_locked',
    },
  ] as const
}

function sendRefusals<Input extends object>(input: Input) {
  const as = 'director'
  return [
    { name: 'has enrolled with nobody', as, before: ready, input, refuses: 'not_enrolled' },
    ...commonRefusals(input, enrolled),
  ] as const
}

export const sync = {
  status: [
    {
      name: 'counts what has yet to be sent',
      as: 'reader',
      before: ready,
      input: {},
      answers: { unsent: 1, packages: [] },
    },
    {
      name: 'names what was written',
      as: 'reader',
      before: [...ready, exported],
      input: {},
      answers: { unsent: 0, packages: [{ id: 1, periodId: 1, year: 2020, quarter: 1, revision: 1 }] },
    },
  ],
  exportPackage: [
    {
      name: 'writes a signed period down',
      as: 'director',
      before: ready,
      input: { periodId: 1 },
      answers: { file: { name: '68-TV-68-2020-Q1-1.khosach' } },
    },
    {
      name: 'has no period',
      as: 'director',
      before: [named, keyMade],
      input: { periodId: 404 },
      refuses: 'period_not_found',
    },
    {
      name: 'sends nothing that is not signed',
      as: 'director',
      before: [named, keyMade, ...signedPeriod.slice(0, 1)],
      input: { periodId: 1 },
      refuses: 'period_not_signed',
    },
    {
      name: 'sends no figure that was changed by hand after signing',
      as: 'director',
      before: ready,
      upset: alteredFigures,
      input: { periodId: 1 },
      refuses: 'figures_altered',
    },
    {
      name: 'asks for the code of the library',
      as: 'director',
      before: [...signedPeriod, keyMade],
      input: { periodId: 1 },
      refuses: 'profile_incomplete',
    },
    {
      name: 'asks for a key first',
      as: 'director',
      before: signed,
      input: { periodId: 1 },
      refuses: 'key_missing',
    },
    {
      name: 'asks for the passphrase on another PC',
      as: 'director',
      before: ready,
      upset: lockedKey,
      input: { periodId: 1 },
      refuses: 'key_locked',
    },
  ],
  verifyPackage: [
    {
      name: 'knows its own',
      as: 'reader',
      before: [...ready, exported],
      input: lastFile,
      answers: {
        isOurs: true,
        payload: {
          library: { code: 'TV-68' },
          figures: among({ code: 'M2b.02', version: 2, status: 'known', value: 0 }),
        },
      },
    },
    { name: 'has no file', as: 'reader', input: { file: unknownFile }, refuses: 'file_gone' },
    {
      name: 'takes no other document',
      as: 'director',
      before: [...signedPeriod, produced],
      input: lastFile,
      refuses: 'not_a_package',
    },
    {
      name: 'believes no package that was touched',
      as: 'reader',
      file: () => bytesOf(`KHOSACH1\n${'0'.repeat(64)}\nx`),
      input: ({ file }) => ({ file }),
      refuses: 'package_altered',
    },
    {
      name: 'says when a package needs a newer program',
      as: 'reader',
      file: () => bytesOf('KHOSACH2\n'),
      input: ({ file }) => ({ file }),
      refuses: 'package_too_new',
    },
  ],
  budget: [
    {
      name: 'weighs a period before it is sent',
      as: 'reader',
      before: signed,
      input: { periodId: 1 },
      answers: { year: 2020, quarter: 1, limit: 10_240, parts: among({ part: 'signature' }) },
    },
    {
      name: 'has no period',
      as: 'reader',
      before: [named],
      input: { periodId: 404 },
      refuses: 'period_not_found',
    },
    {
      name: 'weighs nothing that is not signed',
      as: 'reader',
      before: [named, ...signedPeriod.slice(0, 1)],
      input: { periodId: 1 },
      refuses: 'period_not_signed',
    },
    {
      name: 'asks for the code of the library',
      as: 'reader',
      before: signedPeriod,
      input: { periodId: 1 },
      refuses: 'profile_incomplete',
    },
    {
      name: 'weighs no figure that was changed by hand',
      as: 'reader',
      before: signed,
      upset: alteredFigures,
      input: { periodId: 1 },
      refuses: 'figures_altered',
    },
  ],
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
  makeKey: [
    { name: 'makes the key', as: 'director', input: { passphrase }, answers: {} },
    {
      name: 'takes no short passphrase',
      as: 'director',
      input: { passphrase: 'ngắn' },
      refuses: 'passphrase_too_short',
    },
    {
      name: 'makes no second one unasked',
      as: 'director',
      before: [keyMade],
      input: { passphrase },
      refuses: 'key_exists',
    },
  ],
  unlockKey: [
    {
      name: 'opens the key by its passphrase',
      as: 'director',
      before: [keyMade],
      input: { secret: passphrase },
      answers: { done: true },
    },
    { name: 'has no key', as: 'director', input: { secret: passphrase }, refuses: 'key_missing' },
    {
      name: 'opens for no other passphrase',
      as: 'director',
      before: [keyMade],
      input: { secret: 'một câu khác hẳn' },
      refuses: 'passphrase_wrong',
    },
    {
      name: 'finds the group of a recovery code that is wrong',
      as: 'director',
      before: [keyMade],
      input: { secret: '0'.repeat(29) + '1' },
      refuses: 'recovery_code_wrong',
    },
  ],
  changePassphrase: [
    {
      name: 'gives the key another passphrase',
      as: 'director',
      before: [keyMade],
      input: { secret: passphrase, passphrase: 'câu mới cũng đủ dài' },
      answers: {},
    },
    {
      name: 'has no key',
      as: 'director',
      input: { secret: passphrase, passphrase: 'câu mới cũng đủ dài' },
      refuses: 'key_missing',
    },
    {
      name: 'asks for the old one',
      as: 'director',
      before: [keyMade],
      input: { secret: 'một câu khác hẳn', passphrase: 'câu mới cũng đủ dài' },
      refuses: 'passphrase_wrong',
    },
    {
      name: 'takes no wrong recovery code',
      as: 'director',
      before: [keyMade],
      input: { secret: '0'.repeat(29) + '1', passphrase: 'câu mới cũng đủ dài' },
      refuses: 'recovery_code_wrong',
    },
    {
      name: 'takes no short one',
      as: 'director',
      before: [keyMade],
      input: { secret: passphrase, passphrase: 'ngắn' },
      refuses: 'passphrase_too_short',
    },
  ],
  setSending: [
    {
      name: 'lets the background send',
      as: 'director',
      input: { isAutomatic: true, isMetered: false, proxy: 'http://proxy.tinh.gov.vn:8080' },
      answers: { done: true },
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
} satisfies ExamplesOf<'sync'>

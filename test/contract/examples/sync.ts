import { sha256 } from '../../../db/hash.ts'
import { codesOf } from '../../../shared/sync/paper-codes.ts'
import { among, type ExamplesOf } from '../example.ts'
import { signedPeriod } from './report-steps.ts'
import { named } from './settings.ts'
import { keys } from './sync-keys.ts'
import { messages } from './sync-messages.ts'
import { roads } from './sync-roads.ts'
import {
  alteredFigures,
  bytesOf,
  exported,
  keyMade,
  lastFile,
  lockedKey,
  produced,
  ready,
  signed,
  unknownFile,
  ofFreeDays,
} from './sync-steps.ts'

/** More than one sheet's worth, so that one can be missing. */
const longCodes = codesOf(new Uint8Array(1000), sha256)

export const sync = {
  ...keys,
  ...messages,
  ...roads,
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
      answers: { unsent: 0, packages: [{ id: 1, periodId: 1, period: '2020-Q1', revision: 1 }] },
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
      name: 'keeps a report of free days in the library',
      as: 'director',
      before: ofFreeDays,
      input: { periodId: 1 },
      refuses: 'period_not_sent',
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
      name: 'cannot open what was encrypted to a receiver',
      as: 'reader',
      file: () => bytesOf('age-encryption.org/v1\n'),
      input: ({ file }) => ({ file }),
      refuses: 'package_sealed',
    },
    {
      name: 'says when a package needs a newer program',
      as: 'reader',
      file: () => bytesOf('KHOSACH2\n'),
      input: ({ file }) => ({ file }),
      refuses: 'package_too_new',
    },
    {
      name: 'reads the codes of a printed sheet, and says which are not there',
      as: 'reader',
      file: () => bytesOf(longCodes.slice(1).join('\n')),
      input: ({ file }) => ({ file }),
      refuses: 'codes_missing',
    },
    {
      name: 'joins no codes of two sheets',
      as: 'reader',
      file: () => bytesOf([...longCodes, ...codesOf(Uint8Array.of(1), sha256)].join('\n')),
      input: ({ file }) => ({ file }),
      refuses: 'codes_mixed',
    },
    {
      name: 'believes no codes that were put together by hand',
      as: 'reader',
      file: () =>
        bytesOf(
          codesOf(Uint8Array.of(1), sha256)
            .join('')
            .replace(/:[0-9A-F]{16}:/, `:${'A'.repeat(16)}:`),
        ),
      input: ({ file }) => ({ file }),
      refuses: 'codes_altered',
    },
  ],
  budget: [
    {
      name: 'weighs a period before it is sent',
      as: 'reader',
      before: signed,
      input: { periodId: 1 },
      answers: { period: '2020-Q1', limit: 10_240, parts: among({ part: 'signature' }) },
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
      name: 'keeps a report of free days in the library',
      as: 'reader',
      before: ofFreeDays,
      input: { periodId: 1 },
      refuses: 'period_not_sent',
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
} satisfies ExamplesOf<'sync'>

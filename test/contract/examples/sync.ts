import { among, by, type ExamplesOf, type Given } from '../example.ts'
import { signedPeriod } from './report-steps.ts'
import { named } from './settings.ts'

const ready = [named, ...signedPeriod]
const exported = by('director', 'sync.exportPackage', { periodId: 1 })
const produced = by('director', 'reports.produce', { id: 1, format: 'docx' })
const unknownFile = { token: 'x'.repeat(22), name: 'mat.khosach', size: 1 }

/** The file that the step before left. */
function lastFile({ values }: Given) {
  return values.at(-1) as { file: Given['file'] }
}
const bytesOf = (text: string) => new TextEncoder().encode(text)

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
      before: [named],
      input: { periodId: 404 },
      refuses: 'period_not_found',
    },
    {
      name: 'sends nothing that is not signed',
      as: 'director',
      before: [named, ...signedPeriod.slice(0, 1)],
      input: { periodId: 1 },
      refuses: 'period_not_signed',
    },
    {
      name: 'keeps a report of free days in the library',
      as: 'director',
      before: [
        named,
        by('activities', 'reports.openPeriod', { period: '2020-01-05..2020-02-10' }),
        ...signedPeriod.slice(1),
      ],
      input: { periodId: 1 },
      refuses: 'period_not_sent',
    },
    {
      name: 'sends no figure that was changed by hand after signing',
      as: 'director',
      before: [named, ...signedPeriod],
      upset: ['update figure set value = value + 1'],
      input: { periodId: 1 },
      refuses: 'figures_altered',
    },
    {
      name: 'asks for the code of the library',
      as: 'director',
      before: signedPeriod,
      input: { periodId: 1 },
      refuses: 'profile_incomplete',
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
} satisfies ExamplesOf<'sync'>

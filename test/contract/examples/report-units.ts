import { newKeyPair, writerWith } from '../../../db/sync/crypto.ts'
import { packageBytes, type Payload } from '../../../shared/sync/package.ts'
import { among, by, type ExamplesOf, type Given } from '../example.ts'
import { addedUnit as added, signedPeriod, spring } from './report-steps.ts'
import { keyMade } from './sync-steps.ts'
import { named } from './settings.ts'

/** What another library signed of the same quarter. */
const payload: Payload = {
  format: 'khosach-summary',
  formatVersion: 1,
  library: {
    id: '0b0f6f3e-7f2b-4c1d-9a51-3f2d8f0d5a11',
    code: 'TV-A',
    provinceCode: '68',
    formerProvinceCode: '68',
    name: 'Thư viện A',
  },
  period: { period: '2020-Q1', kind: 'quarter', from: '2020-01-01', to: '2020-03-31' },
  revision: 1,
  epoch: '5e0d8a5c-6a55-4d0e-8f0c-2f6c7f0f9b10',
  previousHash: null,
  figures: [{ code: 'M2b.01', version: 1, status: 'known', value: 30 }],
  definitionsVersion: 1,
  journalHead: { position: 4, hash: 'b'.repeat(64) },
  figuresHash: 'c'.repeat(64),
  signerRole: 'director',
  signedAt: '2020-04-02T02:00:00.000Z',
  appVersion: '0.1.0',
  schemaVersion: 34,
}
const bytes = packageBytes(payload, writerWith(newKeyPair()))
const ofOther = { file: () => bytes, input: ({ file }: Given) => ({ file }) }
const taken = by('activities', 'reports.takeInPackage', ({ file }) => ({ file }))
const takenBack = by('activities', 'reports.takeBackUnitReport', { id: 1 })
const removed = by('activities', 'reports.removeUnit', { id: 1 })
const bytesOf = (text: string) => () => new TextEncoder().encode(text)

type Units = Pick<
  ExamplesOf<'reports'>,
  | 'units'
  | 'consolidation'
  | 'addUnit'
  | 'updateUnit'
  | 'removeUnit'
  | 'restoreUnit'
  | 'takeBackUnitReport'
  | 'restoreUnitReport'
  | 'takeInPackage'
  | 'exportConsolidation'
>

export const reportUnits = {
  units: [
    {
      name: 'are those whose reports are waited for',
      as: 'reader',
      before: [added],
      input: {},
      answers: [{ code: 'TV-A' }],
    },
  ],
  consolidation: [
    {
      name: 'adds up what the units reported',
      as: 'reader',
      ...ofOther,
      before: [taken],
      input: spring,
      answers: {
        units: [{ code: 'TV-A', name: 'Thư viện A' }],
        reports: [{ revision: 1, isCounted: true, takenBy: 'Người activities' }],
        figures: among({ code: 'M2b.01', manner: 'sum', total: 30, together: 30, lacking: 0 }),
      },
    },
  ],
  addUnit: [
    {
      name: 'waits for the report of a unit',
      as: 'activities',
      input: { code: 'TV-A', name: 'Thư viện A' },
      answers: { id: 1, rev: 1, keyFingerprint: null },
    },
    {
      name: 'knows each code once',
      as: 'activities',
      before: [added],
      input: { code: 'TV-A', name: 'Thư viện khác' },
      refuses: 'unit_exists',
    },
  ],
  updateUnit: [
    {
      name: 'calls a unit otherwise',
      as: 'activities',
      before: [added],
      input: { id: 1, rev: 1, code: 'TV-A', name: 'Thư viện huyện A' },
      answers: { rev: 2, name: 'Thư viện huyện A' },
    },
    {
      name: 'has no unit to call',
      as: 'activities',
      input: { id: 404, rev: 1, code: 'TV-A', name: 'x' },
      refuses: 'unit_not_found',
    },
    {
      name: 'gives no code twice',
      as: 'activities',
      before: [added, by('activities', 'reports.addUnit', { code: 'TV-B', name: 'Thư viện B' })],
      input: { id: 2, rev: 1, code: 'TV-A', name: 'Thư viện B' },
      refuses: 'unit_exists',
    },
  ],
  removeUnit: [
    { name: 'waits no longer', as: 'activities', before: [added], input: { id: 1 }, answers: { id: 1 } },
    { name: 'has no unit to remove', as: 'activities', input: { id: 404 }, refuses: 'unit_not_found' },
  ],
  restoreUnit: [
    { name: 'waits again', as: 'activities', before: [added, removed], input: { id: 1 }, answers: { id: 1 } },
    { name: 'has no unit to restore', as: 'activities', input: { id: 404 }, refuses: 'unit_not_found' },
    {
      name: 'gives no code twice',
      as: 'activities',
      before: [added, removed, added],
      input: { id: 1 },
      refuses: 'unit_exists',
    },
  ],
  takeBackUnitReport: [
    {
      name: 'counts a package no longer',
      as: 'activities',
      file: ofOther.file,
      before: [taken],
      input: { id: 1 },
      answers: { id: 1 },
    },
    {
      name: 'has nothing to take back',
      as: 'activities',
      input: { id: 404 },
      refuses: 'unit_report_not_found',
    },
  ],
  restoreUnitReport: [
    {
      name: 'counts it again',
      as: 'activities',
      file: ofOther.file,
      before: [taken, takenBack],
      input: { id: 1 },
      answers: { id: 1 },
    },
    {
      name: 'has nothing to restore',
      as: 'activities',
      input: { id: 404 },
      refuses: 'unit_report_not_found',
    },
    {
      name: 'leaves one package of a revision',
      as: 'activities',
      file: ofOther.file,
      before: [taken, takenBack, taken],
      input: { id: 1 },
      refuses: 'revision_conflict',
    },
  ],
  takeInPackage: [
    {
      name: 'verifies it and names whose it is',
      as: 'activities',
      ...ofOther,
      answers: {
        unitId: 1,
        name: 'Thư viện A',
        period: '2020-Q1',
        revision: 1,
        isNewUnit: true,
        countedRevision: 1,
      },
    },
    {
      name: 'takes a package in once',
      as: 'activities',
      ...ofOther,
      before: [taken],
      refuses: 'already_taken',
    },
    {
      name: 'names two packages of one revision',
      as: 'activities',
      ...ofOther,
      before: [taken],
      upset: [`update unitReport set hash = '${'0'.repeat(64)}'`],
      refuses: 'revision_conflict',
    },
    {
      name: 'asks about a key that is not the one before',
      as: 'activities',
      ...ofOther,
      before: [taken],
      upset: [`update reportingUnit set keyFingerprint = '${'0'.repeat(64)}'`],
      refuses: 'other_key',
    },
    {
      name: 'does not take in its own',
      as: 'director',
      before: [named, keyMade, ...signedPeriod, by('director', 'sync.exportPackage', { periodId: 1 })],
      input: ({ values }) => values.at(-1) as { file: Given['file'] },
      refuses: 'own_package',
    },
    {
      name: 'has no file',
      as: 'activities',
      input: { file: { token: 'x'.repeat(22), name: 'mat.khosach', size: 1 } },
      refuses: 'file_gone',
    },
    {
      name: 'takes no other document',
      as: 'activities',
      file: bytesOf('không phải gói'),
      input: ofOther.input,
      refuses: 'not_a_package',
    },
    {
      name: 'believes no package that was touched',
      as: 'activities',
      file: bytesOf(`KHOSACH1\n${'0'.repeat(64)}\nx`),
      input: ofOther.input,
      refuses: 'package_altered',
    },
    {
      name: 'says when a package needs a newer program',
      as: 'activities',
      file: bytesOf('KHOSACH2\n'),
      input: ofOther.input,
      refuses: 'package_too_new',
    },
  ],
  exportConsolidation: [
    {
      name: 'writes the figures as a sheet',
      as: 'reader',
      input: spring,
      answers: { file: { name: 'tong-hop-2020-Q1.xlsx' } },
    },
  ],
} satisfies Units

import { jpegOf } from '../../support/images.ts'
import { by, type ExamplesOf } from '../example.ts'
import { displayed, plannedOne } from './activity-steps.ts'

type EvidenceVerbs = Pick<
  ExamplesOf<'activities'>,
  'evidence' | 'attachEvidence' | 'openEvidence' | 'removeEvidence' | 'restoreEvidence'
>

const photo = () => jpegOf()
const attached = by('activities', 'activities.attachEvidence', ({ file }) => ({
  activityId: 1,
  files: [{ kind: 'photo', file }],
}))
const removed = by('activities', 'activities.removeEvidence', { id: 1 })
const gone = { token: 'x'.repeat(24), name: 'anh.jpg', size: 1 }
/** Another program wrote what another disk keeps. */
const written = [
  "insert into evidenceFile (hash, form, size) values ('00', 'jpg', 3)",
  "insert into activityEvidence (activityId, fileId, kind, name, addedAt) values (1, 1, 'photo', 'anh.jpg', '2026-11-05T00:00:00.000Z')",
]

export const evidence: EvidenceVerbs = {
  evidence: [
    {
      name: 'is listed with what it is',
      as: 'reader',
      before: [displayed],
      upset: written,
      input: { activityId: 1 },
      answers: [{ id: 1, kind: 'photo', form: 'jpg', alsoProves: [] }],
    },
    {
      name: 'is that of no such activity',
      as: 'reader',
      input: { activityId: 404 },
      refuses: 'activity_not_found',
    },
  ],
  attachEvidence: [
    {
      name: 'keeps a file by what it holds',
      as: 'activities',
      before: [displayed],
      file: photo,
      input: ({ file }) => ({
        activityId: 1,
        files: [
          { kind: 'photo', file },
          { kind: 'minutes', file },
        ],
      }),
      answers: { added: 1, shared: [], again: ['handed-in.khosach'] },
    },
    {
      name: 'needs an activity',
      as: 'activities',
      file: photo,
      input: ({ file }) => ({ activityId: 404, files: [{ kind: 'photo', file }] }),
      refuses: 'activity_not_found',
    },
    {
      name: 'needs the file',
      as: 'activities',
      before: [displayed],
      input: { activityId: 1, files: [{ kind: 'photo', file: gone }] },
      refuses: 'file_gone',
    },
    {
      name: 'believes the content, not the name',
      as: 'activities',
      before: [displayed],
      file: () => Buffer.from('MZ this is no picture'),
      input: ({ file }) => ({
        activityId: 1,
        files: [{ kind: 'photo', file: { ...file, name: 'anh.jpg' } }],
      }),
      refuses: 'not_evidence',
    },
    {
      name: 'has room for papers, not for films',
      as: 'activities',
      before: [displayed],
      file: () => Buffer.concat([jpegOf(), Buffer.alloc(21 * 1024 * 1024)]),
      input: ({ file }) => ({ activityId: 1, files: [{ kind: 'photo', file }] }),
      refuses: 'file_too_large',
    },
  ],
  openEvidence: [
    {
      name: 'hands out what was attached',
      as: 'reader',
      before: [displayed, attached],
      file: photo,
      input: { id: 1 },
      answers: { file: {} },
    },
    {
      name: 'finds nothing',
      as: 'reader',
      before: [plannedOne],
      input: { id: 404 },
      refuses: 'evidence_not_found',
    },
    {
      name: 'shows nothing that is lost',
      as: 'reader',
      before: [displayed],
      upset: written,
      input: { id: 1 },
      refuses: 'evidence_damaged',
    },
  ],
  removeEvidence: [
    {
      name: 'takes it off',
      as: 'activities',
      before: [displayed],
      upset: written,
      input: { id: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'activities', input: { id: 404 }, refuses: 'evidence_not_found' },
  ],
  restoreEvidence: [
    {
      name: 'brings it back',
      as: 'activities',
      before: [displayed, attached, removed],
      file: photo,
      input: { id: 1 },
      answers: { id: 1 },
    },
    { name: 'finds nothing', as: 'activities', input: { id: 404 }, refuses: 'evidence_not_found' },
  ],
}

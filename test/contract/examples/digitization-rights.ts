import { by, type ExamplesOf } from '../example.ts'
import { made, refused } from './digitization-steps.ts'

type Verb = 'rights' | 'rightsOf' | 'rightsRule' | 'decideRights' | 'takeBackRights' | 'setRightsRule'

const decision = {
  titleIds: [1],
  status: 'public_domain' as const,
  basis: 'Hết thời hạn bảo hộ',
  evidence: 'Tác giả mất năm 1940',
  decidedOn: '2020-05-04',
  decidedBy: 'Lê Văn A',
}
const decided = by('digitizer', 'digitization.decideRights', decision)
const rule = { publishable: ['own' as const], warnDays: 30 }

export const digitizationRights = {
  rights: [
    {
      name: 'nobody has decided about are unknown',
      as: 'reader',
      before: made,
      input: {},
      answers: {
        rows: [{ id: 1, title: 'Dế Mèn', jobs: 1, decision: null, mayPublish: false }],
        total: { count: 1, isExact: true },
      },
    },
    {
      name: 'that were decided say on what ground',
      as: 'reader',
      before: [...made, decided],
      input: { view: 'decided', text: 'de men' },
      answers: { rows: [{ id: 1, decision: { basis: decision.basis }, mayPublish: true }] },
    },
  ],
  rightsOf: [
    {
      name: 'a title come with their history',
      as: 'reader',
      before: [...made, decided],
      input: { titleId: 1 },
      answers: {
        standing: { status: 'public_domain', decidedBy: 'Lê Văn A' },
        mayPublish: true,
        history: [{ evidence: decision.evidence, takenBackOn: null }],
      },
    },
  ],
  rightsRule: [
    {
      name: 'lets the usual statuses through until the library says otherwise',
      as: 'reader',
      input: {},
      answers: { publishable: ['public_domain', 'licensed', 'own'], warnDays: 90 },
    },
  ],
  decideRights: [
    {
      name: 'with basis and evidence',
      as: 'director',
      before: made,
      input: decision,
      answers: { titles: 1, ids: [1] },
    },
    { ...refused('title_not_found', 'is not there'), input: { ...decision, titleIds: [404] } },
    { ...refused('decided_in_future', 'has been taken'), input: { ...decision, decidedOn: '2199-01-01' } },
    {
      ...refused('expires_before_decision', 'holds for a while'),
      input: { ...decision, expiresOn: '2020-05-03' },
    },
    { ...refused('evidence_missing', 'is proven'), input: { ...decision, evidence: '' } },
  ],
  takeBackRights: [
    {
      name: 'that was wrong',
      as: 'digitizer',
      before: [...made, decided],
      input: { ids: [1] },
      answers: { decisions: 1 },
    },
    { ...refused('rights_not_found', 'is not there'), input: { ids: [404] } },
  ],
  setRightsRule: [{ name: 'is the library’s to settle', as: 'director', input: rule, answers: rule }],
} as const satisfies Pick<ExamplesOf<'digitization'>, Verb>

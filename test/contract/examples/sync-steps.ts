import { createHmac } from 'node:crypto'
import { telephoneCode } from '../../../shared/sync/telephone-code.ts'
import { testFolder } from '../../support/engine.ts'
import { by, type Given } from '../example.ts'
import { signedPeriod } from './report-steps.ts'
import { named } from './settings.ts'

export const passphrase = 'một câu để thử khóa'
export const keyMade = by('director', 'sync.makeKey', { passphrase })
export const signed = [named, ...signedPeriod]
export const ready = [...signed, keyMade]
/** As a receiver leaves it that nobody reaches any more. */
export const enrolled = [
  `insert into enrolment (signingKeyId, endpoint, receiver, receiverKey, sharedKey, enrolledAt)
    values (1, 'http://127.0.0.1:9', 'Cục Thư viện', 'AAAA', '${'A'.repeat(43)}', '2026-10-01T00:00:00.000Z')`,
]
/** Another PC's key: this one has no copy of it. */
export const lockedKey = ["update signingKey set publicKey = publicKey || 'A'"]
export const alteredFigures = ['update figure set value = value + 1']
/** Signed, and for the library alone. */
export const ofFreeDays = [
  named,
  keyMade,
  by('activities', 'reports.openPeriod', { period: '2020-01-05..2020-02-10' }),
  ...signedPeriod.slice(1),
]
export const exported = by('director', 'sync.exportPackage', { periodId: 1 })
export const produced = by('director', 'reports.produce', { id: 1, format: 'docx' })
export const unknownFile = { token: 'x'.repeat(22), name: 'mat.khosach', size: 1 }

/** The file that the step before left. */
export function lastFile({ values }: Given) {
  return values.at(-1) as { file: Given['file'] }
}
export const bytesOf = (text: string) => new TextEncoder().encode(text)

/** Of a package whose hash is all zeros, by the shared key of `enrolled`. */
export const knownCode = telephoneCode('0'.repeat(64), (message) =>
  createHmac('sha256', Buffer.alloc(32)).update(message).digest(),
)
export const emptyFolder = testFolder()

/** What every road refuses before it begins. */
export function packageRefusals<Input extends { periodId: number }>(input: Input) {
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
    {
      name: 'keeps a report of free days in the library',
      as,
      before: ofFreeDays,
      input,
      refuses: 'period_not_sent',
    },
    { name: 'asks for a key first', as, before: signed, input, refuses: 'key_missing' },
    ...commonRefusals(input),
  ] as const
}

export function commonRefusals<Input extends object>(input: Input, upset: readonly string[] = []) {
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

export function sendRefusals<Input extends object>(input: Input) {
  const as = 'director'
  return [
    { name: 'has enrolled with nobody', as, before: ready, input, refuses: 'not_enrolled' },
    ...commonRefusals(input, enrolled),
  ] as const
}

import { by, type ExamplesOf } from '../example.ts'

const made = by('director', 'backup.make', {})
/** Somebody has just recorded something. */
export const busy = by('cataloguer', 'catalogue.addTitle', { title: 'Số đỏ' })
const passphrase = 'một câu dễ nhớ mà dài'
const rule = {
  isAutomatic: true,
  afterSigning: true,
  onQuitting: false,
  withExport: false,
  daily: 3,
  weekly: 2,
  monthly: 6,
  yearly: 1,
  signedYears: 1,
  checkAfterDays: 30,
}

export const rules = {
  rule: [
    {
      name: 'backs up by itself from the beginning',
      as: 'director',
      input: {},
      answers: { rev: 1, isAutomatic: true, daily: 7, isEncrypted: false },
    },
  ],
  rotation: [
    {
      name: 'keeps the newest copy',
      as: 'director',
      before: [made],
      input: { placeId: 1 },
      answers: [{ reasons: ['newest', 'recent', 'daily', 'weekly', 'monthly', 'yearly'] }],
    },
    {
      name: 'needs a place that is used',
      as: 'director',
      input: { placeId: 99 },
      refuses: 'place_not_found',
    },
  ],
  isDue: [
    {
      name: 'waits until the desk is quiet',
      as: 'stranger',
      before: [busy],
      input: {},
      answers: { isDue: false },
    },
  ],
  isCheckDue: [
    {
      name: 'has nothing to read where nothing was made',
      as: 'stranger',
      input: {},
      answers: { isDue: false },
    },
  ],
  setRule: [
    { name: 'takes other numbers', as: 'director', input: { ...rule, rev: 1 }, answers: { done: true } },
  ],
  encrypt: [
    {
      name: 'gives the key for the paper',
      as: 'director',
      input: { passphrase },
      answers: {},
    },
  ],
  recoveryKey: [
    {
      name: 'gives it again to whoever knows the passphrase',
      as: 'director',
      before: [by('director', 'backup.encrypt', { passphrase })],
      input: { passphrase },
      answers: {},
    },
    { name: 'needs encryption', as: 'director', input: { passphrase }, refuses: 'not_encrypted' },
    {
      name: 'needs the very passphrase',
      as: 'director',
      before: [by('director', 'backup.encrypt', { passphrase })],
      input: { passphrase: 'một câu khác' },
      refuses: 'passphrase_wrong',
    },
  ],
  stopEncrypting: [
    { name: 'leaves older copies as they were', as: 'director', input: {}, answers: { done: true } },
  ],
  hold: [
    {
      name: 'keeps a copy whatever the rule says',
      as: 'director',
      before: [made],
      input: { id: 1, heldFor: 'Báo cáo quý 2' },
      answers: { done: true },
    },
    {
      name: 'needs a copy that is listed',
      as: 'director',
      input: { id: 99, heldFor: '' },
      refuses: 'backup_not_found',
    },
  ],
  check: [
    {
      name: 'reads every copy again, and the library',
      as: 'director',
      before: [made],
      input: {},
      answers: { checked: 1, faulty: 0, isLibrarySound: true },
    },
  ],
  checkByItself: [
    {
      name: 'reads what was not looked at for long',
      as: 'stranger',
      input: {},
      answers: { checked: 0, faulty: 0, isLibrarySound: true },
    },
  ],
} satisfies Partial<ExamplesOf<'backup'>>

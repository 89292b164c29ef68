import { testPassword } from '../../support/engine.ts'
import { by, type ExamplesOf } from '../example.ts'

const noUpdate = () => Buffer.from('ảnh chụp, không phải tệp cập nhật')
const goneFile = { token: 'x'.repeat(24), name: 'a.khosach-update', size: 1 }
const mistyped = by('administrator', 'updates.goBack', { password: 'sai' })

export const updates = {
  status: [
    {
      name: 'says which version runs and that nothing newer lies here',
      as: 'administrator',
      input: {},
      answers: { setups: [], returning: null, asking: { address: '', isAutomatic: false } },
    },
  ],
  setups: [{ name: 'are none at first', as: 'stranger', input: {}, answers: [] }],
  isDue: [
    {
      name: 'is never so where nobody allowed it',
      as: 'administrator',
      input: {},
      answers: { isDue: false },
    },
  ],
  setAsking: [
    {
      name: 'keeps that nobody is to be asked',
      as: 'administrator',
      input: { address: '', isAutomatic: false },
      answers: { done: true },
    },
  ],
  takeInClosed: [
    {
      name: 'is for a library that cannot be opened',
      as: 'stranger',
      input: { file: goneFile },
      answers: { version: null, problem: 'library_open' },
    },
  ],
  stay: [{ name: 'leaves a library alone that is open', as: 'stranger', input: {}, answers: { done: true } }],
  goBack: [
    {
      name: 'needs the older library laid ready',
      as: 'administrator',
      input: { password: testPassword },
      answers: { problem: 'nothing_prepared' },
    },
    {
      name: 'needs the own password',
      as: 'administrator',
      input: { password: 'sai' },
      refuses: 'wrong_credentials',
    },
    {
      name: 'cannot be guessed at',
      as: 'administrator',
      holdsSession: true,
      before: [mistyped, mistyped, mistyped, mistyped, mistyped],
      input: { password: testPassword },
      refuses: 'throttled',
    },
  ],
  takeIn: [
    {
      name: 'says that a file is no update',
      as: 'administrator',
      file: noUpdate,
      input: ({ file }) => ({ file }),
      answers: { version: null, problem: 'not_an_update' },
    },
    {
      name: 'asks for a file that is still there',
      as: 'administrator',
      input: { file: goneFile },
      answers: { version: null, problem: 'file_gone' },
    },
  ],
  verify: [
    {
      name: 'needs a Setup',
      as: 'administrator',
      input: { version: '0.2.0' },
      answers: { problem: 'setup_not_found' },
    },
  ],
  fetch: [
    {
      name: 'needs an address',
      as: 'administrator',
      input: {},
      answers: { version: null, problem: 'no_address' },
    },
  ],
  fetchByItself: [
    {
      name: 'asks nobody where nobody allowed it',
      as: 'stranger',
      input: {},
      answers: { version: null, problem: null },
    },
  ],
  prepareReturn: [
    {
      name: 'needs an earlier version',
      as: 'administrator',
      input: {},
      answers: { version: null, problem: 'nothing_to_return_to' },
    },
  ],
} satisfies ExamplesOf<'updates'>

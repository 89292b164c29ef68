import { type ExamplesOf } from '../example.ts'
import { keyMade, passphrase } from './sync-steps.ts'

export const keys = {
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
} satisfies Pick<ExamplesOf<'sync'>, 'makeKey' | 'unlockKey' | 'changePassphrase'>

import { testPassword } from '../../support/engine.ts'
import { by, type ExamplesOf } from '../example.ts'

const firstRun = {
  libraryName: 'Thư viện tỉnh Cao Bằng',
  provinceCode: '04',
  formerProvinceCode: '04',
  language: 'vi',
  name: 'Nông Thị Lan',
  username: 'lan',
  password: 'non nuoc cao bang',
} as const
const cataloguer = { username: 'user-cataloguer', password: testPassword }
const mistyped = { ...cataloguer, password: 'sai' }
const wrongSignIn = by('stranger', 'users.signIn', mistyped)
const wrongUnlock = by('cataloguer', 'users.unlock', { password: 'sai' })
const wrongChange = by('cataloguer', 'users.changePassword', { current: 'sai', next: 'trang non tren song' })
const disabled = by('administrator', 'users.disable', { id: 2, rev: 1 })

export const users = {
  session: [
    {
      name: 'is the first',
      as: 'stranger',
      isFirstRun: true,
      input: {},
      answers: { state: 'first_run', user: null, choices: [] },
    },
    {
      name: 'has not begun',
      as: 'stranger',
      input: {},
      answers: { state: 'signed_out', user: null, permissions: [] },
    },
    {
      name: 'says who I am',
      as: 'cataloguer',
      input: {},
      answers: {
        state: 'signed_in',
        user: { id: 2, role: 'cataloguer', username: 'user-cataloguer' },
        lockAfterMinutes: 15,
      },
    },
    {
      name: 'waits behind its lock',
      as: 'cataloguer',
      holdsSession: true,
      before: [by('cataloguer', 'users.lock', {})],
      input: {},
      answers: { state: 'locked', permissions: [] },
    },
  ],
  list: [
    {
      name: 'shows everybody to the administrator',
      as: 'administrator',
      before: [disabled],
      input: {},
      answers: [{ id: 4 }, { id: 2, rev: 2 }, { id: 5 }, { id: 3 }, { id: 6 }, { id: 7 }, { id: 1 }],
    },
    {
      name: 'shows nothing behind a lock',
      as: 'administrator',
      holdsSession: true,
      before: [by('administrator', 'users.lock', {})],
      input: {},
      refuses: 'locked',
    },
  ],
  setUp: [
    {
      name: 'makes the library and its administrator',
      as: 'stranger',
      isFirstRun: true,
      input: firstRun,
      answers: { done: true },
    },
    { name: 'happens once', as: 'stranger', input: firstRun, refuses: 'already_set_up' },
    {
      name: 'takes no password that is the name',
      as: 'stranger',
      isFirstRun: true,
      input: { ...firstRun, password: 'lan-lan-lan' },
      refuses: 'weak_password',
    },
    {
      name: 'knows the provinces',
      as: 'stranger',
      isFirstRun: true,
      input: { ...firstRun, provinceCode: '99' },
      refuses: 'unknown_province',
    },
  ],
  signIn: [
    {
      name: 'opens the seat',
      as: 'stranger',
      input: { ...cataloguer, username: ' User-Cataloguer ' },
      answers: { done: true },
    },
    {
      name: 'says no more than that something is wrong',
      as: 'stranger',
      input: mistyped,
      refuses: 'wrong_credentials',
    },
    {
      name: 'waits after five wrong passwords',
      as: 'stranger',
      before: [wrongSignIn, wrongSignIn, wrongSignIn, wrongSignIn, wrongSignIn],
      input: cataloguer,
      refuses: 'throttled',
    },
    {
      name: 'is closed to those who left',
      as: 'stranger',
      before: [disabled],
      input: cataloguer,
      refuses: 'user_disabled',
    },
  ],
  unlock: [
    {
      name: 'opens a locked seat',
      as: 'cataloguer',
      holdsSession: true,
      before: [by('cataloguer', 'users.lock', {})],
      input: { password: testPassword },
      answers: { done: true },
    },
    {
      name: 'asks for the password',
      as: 'cataloguer',
      input: { password: 'sai' },
      refuses: 'wrong_credentials',
    },
    {
      name: 'waits after five wrong passwords',
      as: 'cataloguer',
      holdsSession: true,
      before: [wrongUnlock, wrongUnlock, wrongUnlock, wrongUnlock, wrongUnlock],
      input: { password: testPassword },
      refuses: 'throttled',
    },
    {
      name: 'has nobody behind it',
      as: 'stranger',
      input: { password: testPassword },
      refuses: 'signed_out',
    },
  ],
  lock: [{ name: 'closes the seat', as: 'reader', input: {}, answers: { done: true } }],
  touch: [{ name: 'keeps the seat open', as: 'reader', input: {}, answers: { done: true } }],
  signOut: [
    { name: 'ends the session', as: 'desk', input: {}, answers: { done: true } },
    { name: 'does no harm where nobody is', as: 'stranger', input: {}, answers: { done: true } },
  ],
  add: [
    {
      name: 'makes an account',
      as: 'administrator',
      input: { username: 'moi', name: 'Người mới', role: 'desk', password: 'trang non tren song' },
      answers: { id: 8, rev: 1, username: 'moi', role: 'desk', disabledAt: null },
    },
    {
      name: 'takes each name once',
      as: 'administrator',
      input: { username: 'user-desk', name: 'x', role: 'desk', password: 'trang non tren song' },
      refuses: 'username_taken',
    },
    {
      name: 'takes no short password',
      as: 'administrator',
      input: { username: 'moi', name: 'x', role: 'desk', password: 'abc12' },
      refuses: 'weak_password',
    },
  ],
  update: [
    {
      name: 'changes name and role',
      as: 'administrator',
      input: { id: 2, rev: 1, name: 'Tên khác', role: 'digitizer' },
      answers: { id: 2, rev: 2, name: 'Tên khác', role: 'digitizer' },
    },
    {
      name: 'has nobody to change',
      as: 'administrator',
      input: { id: 404, rev: 1, name: 'x', role: 'desk' },
      refuses: 'user_not_found',
    },
    {
      name: 'keeps one administrator',
      as: 'administrator',
      input: { id: 1, rev: 1, name: 'x', role: 'desk' },
      refuses: 'last_administrator',
    },
  ],
  disable: [
    { name: 'closes an account', as: 'administrator', input: { id: 2, rev: 1 }, answers: { id: 2, rev: 2 } },
    {
      name: 'has nobody to disable',
      as: 'administrator',
      input: { id: 404, rev: 1 },
      refuses: 'user_not_found',
    },
    {
      name: 'keeps one administrator',
      as: 'administrator',
      input: { id: 1, rev: 1 },
      refuses: 'last_administrator',
    },
  ],
  enable: [
    {
      name: 'opens it again',
      as: 'administrator',
      before: [disabled],
      input: { id: 2, rev: 2 },
      answers: { id: 2, rev: 3, disabledAt: null },
    },
    {
      name: 'has nobody to enable',
      as: 'administrator',
      input: { id: 404, rev: 1 },
      refuses: 'user_not_found',
    },
  ],
  resetPassword: [
    {
      name: 'gives a new one',
      as: 'administrator',
      input: { id: 2, password: 'trang non tren song' },
      answers: { done: true },
    },
    {
      name: 'has nobody to give it to',
      as: 'administrator',
      input: { id: 404, password: 'trang non tren song' },
      refuses: 'user_not_found',
    },
    {
      name: 'takes no plain one',
      as: 'administrator',
      input: { id: 2, password: 'aaaaaaaaaa' },
      refuses: 'weak_password',
    },
  ],
  changePassword: [
    {
      name: 'asks for the old one',
      as: 'desk',
      input: { current: testPassword, next: 'trang non tren song' },
      answers: { done: true },
    },
    {
      name: 'refuses without it',
      as: 'desk',
      input: { current: 'sai', next: 'trang non tren song' },
      refuses: 'wrong_credentials',
    },
    {
      name: 'waits after five wrong passwords',
      as: 'cataloguer',
      holdsSession: true,
      before: [wrongChange, wrongChange, wrongChange, wrongChange, wrongChange],
      input: { current: testPassword, next: 'trang non tren song' },
      refuses: 'throttled',
    },
    {
      name: 'takes no plain one',
      as: 'desk',
      input: { current: testPassword, next: '12121212' },
      refuses: 'weak_password',
    },
  ],
} satisfies ExamplesOf<'users'>

import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { done, id, nothing, requiredText, rev, text } from '../fields.ts'
import { permissions, roles } from './rules.ts'

export const Role = z.enum(roles)
export const User = z.object({
  id,
  rev,
  username: z.string(),
  name: z.string(),
  role: Role,
  disabledAt: z.string().nullable(),
})
export type User = z.output<typeof User>

const username = z
  .string()
  .max(64)
  .transform((value) => value.trim().toLowerCase())
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9._-]{1,31}$/))
const password = z.string().max(200)
const language = z.enum(['vi', 'en'])

export const Session = z.object({
  state: z.enum(['first_run', 'signed_out', 'locked', 'signed_in']),
  user: User.omit({ rev: true, disabledAt: true }).nullable(),
  permissions: z.array(z.enum(permissions)),
  /** Who may sign in here, for switching with one click. */
  choices: z.array(z.object({ username: z.string(), name: z.string() })),
  libraryName: z.string(),
  language,
  lockAfterMinutes: z.int(),
})
export type Session = z.output<typeof Session>

export const SetUp = z.object({
  libraryName: requiredText(300),
  provinceCode: z.string().length(2),
  formerProvinceCode: z.string().length(2),
  site: text(300).default(''),
  code: text(40).default(''),
  language,
  name: requiredText(200),
  username,
  password,
})

export const users = defineContract({
  queries: {
    session: { can: 'anyone', input: nothing, output: Session },
    list: { can: 'users.manage', input: nothing, output: z.array(User) },
  },
  commands: {
    setUp: {
      can: 'anyone',
      input: SetUp,
      output: done,
      errors: ['already_set_up', 'weak_password', 'unknown_province'],
      changes: ['users', 'settings'],
    },
    signIn: {
      can: 'anyone',
      input: z.object({ username, password }),
      output: done,
      errors: ['wrong_credentials', 'throttled', 'user_disabled'],
      changes: ['users'],
    },
    unlock: {
      can: 'anyone',
      input: z.object({ password }),
      output: done,
      errors: ['wrong_credentials', 'throttled'],
      changes: ['users'],
    },
    lock: { can: 'signed_in', input: nothing, output: done, changes: ['users'] },
    /** Tells the engine that somebody is at the keyboard, so that only an idle PC locks. */
    touch: { can: 'signed_in', input: nothing, output: done, changes: [], journal: false },
    signOut: { can: 'anyone', input: nothing, output: done, changes: ['users'] },
    add: {
      can: 'users.manage',
      input: z.object({ username, name: requiredText(200), role: Role, password }),
      output: User,
      errors: ['username_taken', 'weak_password'],
      changes: ['users'],
    },
    update: {
      can: 'users.manage',
      input: z.object({ id, rev, name: requiredText(200), role: Role }),
      output: User,
      errors: ['user_not_found', 'last_administrator'],
      changes: ['users'],
    },
    disable: {
      can: 'users.manage',
      input: z.object({ id, rev }),
      output: User,
      errors: ['user_not_found', 'last_administrator'],
      changes: ['users'],
    },
    enable: {
      can: 'users.manage',
      input: z.object({ id, rev }),
      output: User,
      errors: ['user_not_found'],
      changes: ['users'],
    },
    resetPassword: {
      can: 'users.manage',
      input: z.object({ id, password }),
      output: done,
      errors: ['user_not_found', 'weak_password'],
      changes: ['users'],
    },
    changePassword: {
      can: 'signed_in',
      input: z.object({ current: password, next: password }),
      output: done,
      errors: ['wrong_credentials', 'throttled', 'weak_password'],
      changes: ['users'],
    },
  },
})

import type { z } from 'zod'
import { SetUp } from '../../shared/users/contract.ts'
import { isWeakPassword } from '../../shared/users/rules.ts'

export const FirstLibrary = SetUp.pick({
  libraryName: true,
  provinceCode: true,
  formerProvinceCode: true,
  site: true,
  code: true,
  language: true,
})
export type FirstLibrary = Required<z.output<typeof FirstLibrary>>

/** Looked at also where other boxes are wrong, so that nobody corrects the form twice. */
const always = { when: () => true }

export const FirstAdministrator = SetUp.pick({ name: true, username: true })
  .extend({ password: SetUp.shape.password.min(1), passwordAgain: SetUp.shape.password })
  .refine((values) => values.password === '' || !isWeakPassword(values.password, values.username ?? ''), {
    path: ['password'],
    message: 'weak_password',
    ...always,
  })
  .refine((values) => values.password === values.passwordAgain, {
    path: ['passwordAgain'],
    message: 'passwords_differ',
    ...always,
  })
export type FirstAdministrator = z.output<typeof FirstAdministrator>

const keptKey = 'first-run'

/** The first step outlives a reload; the second holds a password and does not. */
export function keepFirstLibrary(library: FirstLibrary) {
  sessionStorage.setItem(keptKey, JSON.stringify(library))
}

export function keptFirstLibrary(): FirstLibrary | null {
  const kept = FirstLibrary.safeParse(JSON.parse(sessionStorage.getItem(keptKey) ?? 'null'))
  return kept.success ? kept.data : null
}

export function forgetFirstLibrary() {
  sessionStorage.removeItem(keptKey)
}

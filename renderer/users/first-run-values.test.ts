import { expect, test } from 'vitest'
import { schemaResolver } from '../ui/Form.tsx'
import { FirstAdministrator } from './first-run-values.ts'

const good = { name: 'Lê Mai', username: 'mai', password: 'con trâu đen', passwordAgain: 'con trâu đen' }

async function wrongWith(changed: Partial<typeof good>) {
  const options = { fields: {}, shouldUseNativeValidation: false }
  const { errors } = await schemaResolver(FirstAdministrator)({ ...good, ...changed }, {}, options)
  return Object.fromEntries(Object.entries(errors).map(([field, error]) => [field, error?.message]))
}

test('an administrator with a sound password may go on', async () => {
  expect(await wrongWith({})).toEqual({})
})

test('a weak password is told together with everything else that is wrong', async () => {
  expect(await wrongWith({ name: '', username: '', password: 'abc', passwordAgain: 'x' })).toEqual({
    name: 'required',
    username: 'required',
    password: 'weak_password',
    passwordAgain: 'passwords_differ',
  })
})

test('a password that holds the own user name is weak', async () => {
  const password = 'hoamai2026!'
  expect(await wrongWith({ password, passwordAgain: password })).toEqual({ password: 'weak_password' })
})

test('an empty password is missing rather than weak', async () => {
  expect(await wrongWith({ password: '', passwordAgain: '' })).toEqual({ password: 'required' })
})

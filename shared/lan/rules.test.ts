import { expect, it } from 'vitest'
import { grouped, reachOf, serverOrigin, ungrouped } from './rules.ts'

it('takes an address as people type it', () => {
  for (const typed of ['may-chu', ' MAY-CHU ', 'https://may-chu', 'https://may-chu:8433/'])
    expect(serverOrigin(typed), typed).toBe('https://may-chu:8433')
  expect(serverOrigin('192.168.1.20:9000')).toBe('https://192.168.1.20:9000')
  expect(serverOrigin('[fd12::1]:443')).toBe('https://[fd12::1]:443')
})

it('takes nothing else for one', () => {
  for (const typed of [
    '',
    'http://may-chu',
    'https://an@may-chu',
    'may chu',
    'may-chu/trang',
    'may-chu:0',
    'may-chu:70000',
    'file:///c',
    '-x',
  ])
    expect(serverOrigin(typed), typed).toBeNull()
})

it('shows a fingerprint in groups, and takes it back however it is written', () => {
  const hex = 'ab12'.repeat(16)
  expect(grouped(hex)).toBe(Array(16).fill('AB12').join(' '))
  expect(ungrouped(grouped(hex))).toBe(hex)
  expect(ungrouped(hex.toUpperCase().match(/../g)?.join(':') ?? '')).toBe(hex)
  expect(ungrouped('ab12')).toBeNull()
})

it('opens nothing that it was not told of before a sign-in', () => {
  expect(reachOf('users.signIn')).toBe('before_sign_in')
  expect(reachOf('backup.restore')).toBe('serving_pc')
  expect(reachOf('constructor.name')).toBe('signed_in')
})

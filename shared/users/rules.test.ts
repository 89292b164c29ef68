import { describe, expect, it } from 'vitest'
import { permissions, permissionsOf, roles, throttleSeconds } from './rules.ts'

describe('roles', () => {
  it('grant only permissions that exist, each once', () => {
    for (const role of roles) {
      const granted = permissionsOf(role)
      expect(new Set(granted).size).toBe(granted.length)
      for (const permission of granted) expect(permissions).toContain(permission)
    }
  })

  it('leave no permission that nobody has', () => {
    const granted = new Set(roles.flatMap((role) => permissionsOf(role)))
    expect(permissions.filter((permission) => !granted.has(permission))).toEqual([])
  })

  it('let everybody look at titles, indicators, reports and settings', () => {
    for (const role of roles)
      expect(permissionsOf(role)).toEqual(
        expect.arrayContaining(['catalogue.read', 'indicators.read', 'reports.read', 'settings.read']),
      )
  })

  it('let only the director sign, not even the administrator', () => {
    expect(roles.filter((role) => permissionsOf(role).includes('reports.sign'))).toEqual(['director'])
  })

  it('let only the administrator manage users and settings', () => {
    for (const permission of ['users.manage', 'settings.manage'] as const)
      expect(roles.filter((role) => permissionsOf(role).includes(permission))).toEqual(['administrator'])
  })

  it('let only cataloguers and the administrator write titles', () => {
    expect(roles.filter((role) => permissionsOf(role).includes('catalogue.write'))).toEqual([
      'administrator',
      'cataloguer',
    ])
  })

  it('give a plain reader nothing to write, sign, send or manage', () => {
    for (const permission of permissionsOf('reader')) expect(permission).toMatch(/\.read$/)
  })
})

describe('the wait after wrong passwords', () => {
  it('is nothing for the first four, then doubles from 15 seconds', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map(throttleSeconds)).toEqual([0, 0, 0, 0, 0, 15, 30, 60, 120])
  })

  it('is never longer than a quarter of an hour, however many there were', () => {
    expect(throttleSeconds(11)).toBe(900)
    expect(throttleSeconds(100_000)).toBe(900)
  })
})

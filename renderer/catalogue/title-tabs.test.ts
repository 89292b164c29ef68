import { expect, test } from 'vitest'
import { tabAt, tabsOf } from './title-tabs.ts'

test('only a serial has issues, only a title with a link has checks, and nothing stands in an article', () => {
  expect(tabsOf({ material: 'book', url: '' })).not.toContain('issues')
  expect(tabsOf({ material: 'serial', url: '' })).toContain('issues')
  expect(tabsOf({ material: 'book', url: '' })).not.toContain('links')
  expect(tabsOf({ material: 'link', url: 'https://a.vn' })).toContain('links')
  expect(tabsOf({ material: 'article', url: '' })).toEqual(['record', 'marc', 'classes', 'history'])
})

test('an address that names no tab of this title opens the record', () => {
  expect(tabAt(['record', 'marc'], 'issues')).toBe('record')
  expect(tabAt(['record', 'marc'], 'marc')).toBe('marc')
})

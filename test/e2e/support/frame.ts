import type { Locator, Page } from 'playwright-core'
import type { Role } from '../../../shared/users/rules.ts'
import { testPassword } from '../../support/engine.ts'
import { see } from './see.ts'
import { vietnamese } from './words.ts'

/** The name that the support folder gives to somebody of a role. */
export function nameOf(role: Role): string {
  return role === 'administrator' ? 'Người quản trị' : `Người ${role}`
}

export async function signIn(page: Page, role: Role, password = testPassword): Promise<void> {
  await page.getByRole('button', { name: nameOf(role), exact: true }).click()
  await typePassword(page, password)
  await see(navigation(page))
}

export async function typePassword(page: Page, password: string): Promise<void> {
  await page.getByLabel(vietnamese('users.fields.password'), { exact: true }).fill(password)
  await page.keyboard.press('Enter')
}

export function navigation(page: Page): Locator {
  return page.getByRole('navigation', { name: vietnamese('shell.navigation') })
}

export function heading(page: Page, name: string | RegExp): Locator {
  return page.getByRole('heading', { level: 1, name })
}

/** Goes to an address of the app within the open window, as a link would, and waits for the page there. */
export async function enter(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    if (window.location.hash === `#${hash}`) return
    document.querySelector('h1')?.setAttribute('data-left', '')
    window.location.hash = hash
  }, path)
  await see(page.locator('h1:not([data-left])'))
}

export async function pickFromUserMenu(page: Page, role: Role, item: string): Promise<void> {
  await page.getByRole('button', { name: vietnamese('shell.user.menu', { name: nameOf(role) }) }).click()
  await page.getByRole('menu').getByText(item, { exact: true }).click()
}

export function statusBar(page: Page): Locator {
  return page.getByRole('contentinfo', { name: vietnamese('shell.status.label') })
}

export function toast(page: Page, text: string): Locator {
  return page.getByRole('status').filter({ hasText: text })
}

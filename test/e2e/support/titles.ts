import type { Locator, Page } from 'playwright-core'
import { vietnamese } from './words.ts'

/** A valid ISBN of number so-and-so. */
export function isbnOf(number: number): string {
  const body = `978604${String(number).padStart(6, '0')}`
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}

export function field(page: Page | Locator, name: string): Locator {
  const label = vietnamese(`catalogue.fields.${name}`)
  if (name === 'language') return page.getByRole('combobox', { name: label })
  return page.getByLabel(label, { exact: true })
}

export function titleSearch(page: Page): Locator {
  return page.getByRole('searchbox', { name: vietnamese('catalogue.list.search') })
}

export function titleList(page: Page): Locator {
  return page.getByRole('grid', { name: vietnamese('catalogue.list.title') })
}

/** The titles on screen, in their order. */
export async function titlesShown(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[role="grid"] [role="gridcell"][data-column="title"]')]
      .map((cell) => cell.textContent ?? '')
      .filter(Boolean),
  )
}

import type { Download, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

export async function see(locator: Locator): Promise<void> {
  await locator.first().waitFor({ state: 'visible' })
}

export async function gone(locator: Locator): Promise<void> {
  await locator.waitFor({ state: 'hidden' })
}

/** Whether it is drawn with these words from now on, also for a blink that looking from outside takes longer than. */
export function everDrawn(page: Page, selector: string, words = ''): Promise<boolean> {
  return page.evaluate(
    (wanted) =>
      new Promise<boolean>((resolve) => {
        const observer = new MutationObserver(() => {
          if (document.querySelector(wanted.selector)?.textContent.includes(wanted.words)) resolve(true)
        })
        observer.observe(document.body, { childList: true, subtree: true, characterData: true })
        setTimeout(() => resolve(false), 30_000)
      }),
    { selector, words },
  )
}

/** Asks until the answer is right, or fails with the last one. */
export function soon<Value>(
  ask: () => Promise<Value> | Value,
  message = '',
): ReturnType<typeof expect.poll<Value>> {
  return expect.poll(ask, { message })
}

export async function holds(field: Locator, value: string): Promise<void> {
  await soon(() => field.inputValue()).toBe(value)
}

export async function isFocused(locator: Locator): Promise<void> {
  await soon(() => locator.evaluate((element) => element === document.activeElement)).toBe(true)
}

/** What the focused control is called and what it is, as a screen reader would begin. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    const label = element?.id
      ? document.querySelector(`label[for="${CSS.escape(element.id)}"]`)?.textContent
      : null
    return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? ''
  })
}

export async function bytesOf(download: Download): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

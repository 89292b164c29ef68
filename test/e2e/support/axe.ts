import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

declare global {
  interface Window {
    axe: typeof axe
  }
}

/** What is found while a part of the page is still coming in counts when it stays. */
const patience = { timeout: 4000, interval: 500 }

/** Nothing a person with a screen reader or weak eyes would stumble over. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  await expect.poll(() => violationsOn(page), { ...patience, message: where }).toEqual([])
}

/** Evaluated from outside, so the page's policy holds. */
async function violationsOn(page: Page): Promise<string[]> {
  // What is still fading in has not its colours yet.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((each) => each.effect?.getComputedTiming().iterations === 1)
        .map((each) => each.finished),
    ),
  )
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)
  })
}

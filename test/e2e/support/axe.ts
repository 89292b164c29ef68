import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

declare global {
  interface Window {
    axe: typeof axe
  }
}

/** Nothing a person with a screen reader or weak eyes would stumble over. Evaluated from outside, so the page's policy holds. */
export async function expectAccessible(page: Page, where: string, rules: string[] = []): Promise<void> {
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
  const violations = await page.evaluate(async (rules) => {
    const asked = rules.length > 0 ? { runOnly: { type: 'rule' as const, values: rules } } : {}
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'], ...asked })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)
  }, rules)
  expect(violations, where).toEqual([])
}

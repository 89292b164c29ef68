import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { soon } from './support/see.ts'
import { setStage } from './support/stage.ts'

const stage = setStage({ titles: 20 })
const minuteMs = 60_000
/** Answers that no page shows any more are let go after five minutes, once. */
const restMinutes = 6
/** A page nobody touches is locked after fifteen minutes in all. */
const watchedMinutes = 8

declare global {
  interface Window {
    wakeUps: string[]
    asked: number
  }
}

/** Time stands still but where a test lets it pass; what a timer calls is noted, with who had set it. */
async function noteTimers(page: Page): Promise<void> {
  await page.clock.install()
  await page.addInitScript(() => {
    window.wakeUps = []
    window.asked = 0
    const ask = window.fetch
    window.fetch = (...what) => {
      window.asked += 1
      return ask(...what).finally(() => (window.asked -= 1))
    }
    for (const name of [
      'setTimeout',
      'setInterval',
      'requestAnimationFrame',
      'requestIdleCallback',
    ] as const) {
      const original = window[name] as (act: (...args: unknown[]) => void, ...rest: unknown[]) => number
      const noting = (act: (...args: unknown[]) => void, ...rest: unknown[]) => {
        const setBy = new Error(name).stack ?? name
        return original.call(
          window,
          (...args: unknown[]) => {
            window.wakeUps.push(setBy)
            act(...args)
          },
          ...rest,
        )
      }
      Object.assign(window, { [name]: noting })
    }
  })
}

/**
 * Whatever the opening began is answered, and what it put off by a moment too: a machine answers in its own time, which
 * in the page's may be minutes later.
 */
async function comeToRest(page: Page): Promise<void> {
  for (let second = 0; second < 10; second++) {
    await soon(() => page.evaluate(() => window.asked)).toBe(0)
    await page.clock.runFor(1000)
  }
  await soon(() => page.evaluate(() => window.asked)).toBe(0)
}

test.each(['/home', '/catalogue'])('a page nobody touches wakes once a minute at most: %s', async (at) => {
  const page = await stage.as('cataloguer', at, {}, noteTimers)
  await comeToRest(page)
  await page.clock.runFor(restMinutes * minuteMs)
  expect(await page.evaluate(() => window.wakeUps.length)).toBeGreaterThan(0)
  await page.evaluate(() => void (window.wakeUps = []))
  await page.clock.runFor(watchedMinutes * minuteMs)
  const wakeUps = await page.evaluate(() => window.wakeUps)
  expect(wakeUps.length, wakeUps.join('\n\n')).toBeLessThanOrEqual(watchedMinutes)
})

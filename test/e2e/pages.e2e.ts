import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { pageRoutes } from '../../renderer/app/routes.tsx'
import { valueOf } from '../support/engine.ts'
import { expectAccessible } from './support/axe.ts'
import { enter, navigation, pickFromUserMenu, statusBar } from './support/frame.ts'
import { gone, see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage({ titles: 300 })
let periodId: number

/** A page with a parameter is looked at with one of these. */
const parameters: Record<string, () => string | number> = {
  'catalogue/:id': () => 1,
  'reports/:id': () => periodId,
  'indicators/:code': () => 'M2b.02',
  'journal/:id': () => 2,
}

function addressOf(path: string): string {
  if (!path.includes(':')) return `/${path}`
  const value = parameters[path]?.()
  if (value === undefined) throw new Error(`${path} needs an example of its parameter`)
  return `/${path.replace(/:\w+/, String(value))}`
}

beforeAll(async () => {
  const director = await stage.client('director')
  periodId = valueOf(await director.reports.openPeriod({ year: 2026, quarter: 1 })).id
})

/** The page is there and has all it asked for. */
async function settled(page: Page, path: string): Promise<void> {
  await enter(page, addressOf(path))
  await gone(page.getByRole('progressbar', { name: vietnamese('ui.list.loading') }))
  await soon(() => page.locator('[aria-busy="true"]').count()).toBe(0)
}

/** How far the page can be pushed aside; only a part of it that says so may scroll sideways. */
function sidewaysPx(page: Page): Promise<number> {
  return page.evaluate(() => {
    const places = [document.scrollingElement, document.querySelector('main')]
    return Math.max(...places.map((place) => (place ? place.scrollWidth - place.clientWidth : 0)))
  })
}

/** Buttons and links of the page that cannot be brought under the pointer. */
function unreachable(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main button, main a, header button, footer button')].flatMap(
      (control) => {
        if (!control.checkVisibility() || control.matches(':disabled')) return []
        control.scrollIntoView({ block: 'center', inline: 'center' })
        const box = control.getBoundingClientRect()
        const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
        return hit && (control.contains(hit) || hit.contains(control))
          ? []
          : [control.textContent || control.ariaLabel || control.outerHTML]
      },
    ),
  )
}

describe('every page', () => {
  const paths = pageRoutes.map(({ path }) => path)

  test('has nothing serious against its accessibility, in light and in dark', async () => {
    const page = await stage.as('administrator')
    for (const theme of ['light', 'dark'] as const) {
      await pickFromUserMenu(page, 'administrator', vietnamese(`shell.theme.${theme}`))
      for (const path of paths) {
        await settled(page, path)
        await expectAccessible(page, `${path}, ${theme}`)
      }
    }
  })

  for (const [name, options] of [
    ['at 200 % zoom on a 1366×768 screen', { viewport: { width: 683, height: 384 }, deviceScaleFactor: 2 }],
    ['on a 1024×600 netbook', { viewport: { width: 1024, height: 600 } }],
  ] as const) {
    test(`needs no sideways scrolling and hides no button ${name}`, async () => {
      const page = await stage.as('administrator', '', options)
      for (const path of paths) {
        await settled(page, path)
        expect(await sidewaysPx(page), path).toBeLessThanOrEqual(0)
        expect(await unreachable(page), path).toEqual([])
      }
    })
  }

  test('has one first heading and a name of its own for the window', async () => {
    const page = await stage.as('administrator')
    const names = new Set<string>()
    for (const path of paths) {
      await settled(page, path)
      expect(await page.getByRole('heading', { level: 1 }).count(), path).toBe(1)
      names.add(await page.title())
    }
    expect(names.size).toBe(paths.length)
  })

  test('prints without the frame around it', async () => {
    const page = await stage.as('administrator')
    for (const path of paths) {
      await page.emulateMedia({ media: 'screen' })
      await settled(page, path)
      await page.emulateMedia({ media: 'print' })
      for (const part of [navigation(page), statusBar(page), page.getByRole('banner')]) await gone(part)
    }
  })
})

test('in the high-contrast mode of Windows the chosen row and the pressed button still differ from the others', async () => {
  const page = await stage.as('reader', '/catalogue', { forcedColors: 'active' })
  const rows = page.getByRole('grid').getByRole('row')
  await rows.nth(1).click()
  const look = (at: number) =>
    rows.nth(at).evaluate((row) => {
      const { backgroundColor, outlineStyle, borderColor } = getComputedStyle(row)
      return `${backgroundColor} ${outlineStyle} ${borderColor}`
    })
  await soon(() => rows.nth(1).getAttribute('aria-selected')).toBe('true')
  expect(await look(1)).not.toBe(await look(2))
  await expectAccessible(page, 'high contrast')
})

test('the printed report keeps its sheet and leaves the steps out', async () => {
  const page = await stage.as('director', `/reports/${periodId}`)
  const sheet = page.getByRole('article', { name: vietnamese('reports.page.sheet') })
  await see(sheet.getByText(vietnamese('documents.letterhead.motto')))
  await page.emulateMedia({ media: 'print' })
  await see(sheet)
  await gone(page.getByRole('complementary', { name: vietnamese('reports.steps.title') }))
  expect(await sidewaysPx(page)).toBeLessThanOrEqual(0)
})

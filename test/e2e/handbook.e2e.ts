import { execFileSync } from 'node:child_process'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { handbook as english } from '../../shared/handbook/en/index.ts'
import { quickStarts } from '../../shared/handbook/chapter.ts'
import { shotNames, shots, shotSize } from '../../shared/handbook/shots.ts'
import { handbook } from '../../shared/handbook/vi/index.ts'
import { writeTestFile } from '../support/engine.ts'
import { enter, heading, nameOf, pickFromUserMenu } from './support/frame.ts'
import { see, soon } from './support/see.ts'
import { openShot, prepareShots } from './support/shots.ts'
import { setStage } from './support/stage.ts'
import { say, vietnamese } from './support/words.ts'

const stage = setStage({ titles: 200 })

beforeAll(() => prepareShots((role) => stage.client(role)))

describe('the pictures', () => {
  for (const name of shotNames) {
    it(`can still be taken: ${name}`, async () => {
      const page = await stage.as(shots[name].role, '/users/password', { viewport: shotSize })
      const marks = await openShot(page, shots[name])
      for (const mark of marks) {
        const box = await mark.boundingBox()
        expect(box && box.y + box.height, name).toBeLessThanOrEqual(shotSize.height)
      }
    })
  }

  it('are shown where a chapter names them', async () => {
    const page = await stage.as('cataloguer', '/handbook/first-day')
    const pictures = page.locator('.handbook-shot img')
    await soon(() => pictures.count()).toBe(2)
    for (const picture of await pictures.all()) {
      await soon(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(shotSize.width)
    }
  })
})

const searchBox = (page: Page) =>
  page.getByRole('searchbox', { name: vietnamese('handbook.contents.search') })

it('F1 opens the chapter that speaks of the page', async () => {
  const page = await stage.as('director', '/reports')
  await page.keyboard.press('F1')
  await see(heading(page, handbook.quarter.title))
  await page.goBack()
  await see(heading(page, vietnamese('reports.list.title')))
  await page
    .getByRole('button', { name: vietnamese('shell.user.menu', { name: nameOf('director') }) })
    .click()
  await page.getByRole('menuitem', { name: vietnamese('shell.user.handbook') }).click()
  await see(heading(page, handbook.quarter.title))
  await page.keyboard.press('F1')
  await see(heading(page, vietnamese('handbook.contents.title')))
})

it('an empty page has a door to its chapter', async () => {
  const page = await stage.as('cataloguer', '/stock/opening')
  await page.getByRole('link', { name: vietnamese('ui.empty.handbook') }).click()
  await see(heading(page, handbook['first-day'].title))
})

it('is searched without marks, and shows the section that was found', async () => {
  const page = await stage.as('reader', '/handbook')
  await searchBox(page).fill('tep hong duoc cat')
  await see(page.getByText(vietnamese('handbook.contents.found', { count: 1 })))
  await page.getByRole('link', { name: handbook.problems.title }).click()
  await see(heading(page, handbook.problems.title))
  await enter(page, '/handbook')
  await searchBox(page).fill('khongcochunay')
  await see(page.getByText(vietnamese('handbook.contents.nothing')))
})

it('Ctrl+K finds a chapter and opens it', async () => {
  const page = await stage.as('desk', '/home')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('thanh loc nam buoc')
  await see(page.getByRole('option', { name: handbook.weeding.title }))
  await page.keyboard.press('Enter')
  await see(heading(page, handbook.weeding.title))
})

it('names the own quick start, and is a door only to pages the reader may open', async () => {
  const page = await stage.as('reader', '/handbook')
  const own = page.getByRole('listitem').filter({ hasText: handbook.viewer.title })
  await see(own.getByText(vietnamese('handbook.contents.yours')))
  await enter(page, '/handbook/viewer')
  const words = `${vietnamese('shell.groups.administration')} › ${vietnamese('users.menu.list')}`
  await see(page.getByRole('article').getByText(words))
  expect(await page.getByRole('article').getByRole('link', { name: words }).count()).toBe(0)
})

it('says so when there is no such chapter', async () => {
  const page = await stage.as('reader', '/handbook/no-such')
  await see(page.getByText(vietnamese('handbook.unknown')))
})

type Printed = { pages: number; text: string }

async function print(page: Page): Promise<Printed> {
  for (const picture of await page.locator('.handbook-shot img').all()) {
    await soon(() => picture.evaluate((image: HTMLImageElement) => image.complete)).toBe(true)
  }
  const path = writeTestFile('handbook.pdf', await page.pdf({ preferCSSPageSize: true }))
  const facts = execFileSync('pdfinfo', [path], { encoding: 'utf8' })
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
  return { pages: Number(/Pages:\s+(\d+)/.exec(facts)?.[1]), text }
}

/** What hangs on a wall or lies before an inspector is one sheet of A4. */
const sheets = [...quickStarts, 'security'] as const

describe('on paper', () => {
  it('each quick start and the threat model are one page, in Vietnamese letters', async () => {
    const page = await stage.as('administrator')
    for (const name of sheets) {
      await enter(page, `/handbook/${name}`)
      await see(heading(page, handbook[name].title))
      const { pages, text } = await print(page)
      expect(pages, name).toBe(1)
      const read = text.replaceAll(/\s+/g, ' ').normalize('NFC')
      expect(read, name).toContain(handbook[name].title)
      expect(read, name).toContain(vietnamese('handbook.footer'))
      expect(read, name).not.toContain(vietnamese('handbook.print'))
    }
  })

  it('so are they in English', async () => {
    const page = await stage.as('administrator')
    await pickFromUserMenu(page, 'administrator', vietnamese('common.languages.en'))
    for (const name of sheets) {
      await enter(page, `/handbook/${name}`)
      await see(heading(page, english[name].title))
      const { pages, text } = await print(page)
      expect(pages, name).toBe(1)
      expect(text.replaceAll(/\s+/g, ' '), name).toContain(say('en', 'handbook.footer'))
    }
  })
})

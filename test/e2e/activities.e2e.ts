import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { valueOf } from '../support/engine.ts'
import { expectAccessible } from './support/axe.ts'
import { toast } from './support/frame.ts'
import { focusedName, gone, see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage()

/** Keys that are no text: each press is a group, whatever it holds down. */
function keyboardOf(page: Page) {
  let groups = 0
  return {
    groups: () => groups,
    async press(...keys: string[]): Promise<void> {
      for (const key of keys) {
        groups += 1
        await page.keyboard.press(key)
      }
    },
    /** What the record says. */
    type: (text: string) => page.keyboard.insertText(text),
    /** Presses Tab until the control of that name has the focus. */
    async tabTo(name: string): Promise<void> {
      for (let tries = 0; tries < 30; tries++) {
        if ((await focusedName(page)).includes(name)) return
        groups += 1
        await page.keyboard.press('Tab')
      }
      throw new Error(`no control called ${name} is reached by Tab`)
    },
  }
}

/** A photo that a browser can open, so full of colour that it does not shrink by itself. */
async function photoOf(page: Page, width: number, height: number): Promise<Buffer> {
  const bytes = await page.evaluate(
    async ([width = 0, height = 0]) => {
      const canvas = new OffscreenCanvas(width, height)
      const pen = canvas.getContext('2d')
      for (let at = 0; pen && at < 4000; at++) {
        pen.fillStyle = `hsl(${(at * 37) % 360} 80% 50%)`
        pen.fillRect((at * 997) % width, (at * 613) % height, width / 50, height / 40)
      }
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })
      return [...new Uint8Array(await blob.arrayBuffer())]
    },
    [width, height],
  )
  return Buffer.from(bytes)
}

const asFile = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer })

test('five sessions and three photos are entered with the keyboard alone, in forty key groups at most', async () => {
  const page = await stage.as('activities', '/')
  const photos = []
  for (const at of [1, 2, 3]) photos.push(asFile(`anh-${at}.jpg`, await photoOf(page, 600 + at, 400)))
  const keys = keyboardOf(page)
  await keys.press('Control+K')
  await see(page.getByRole('dialog'))
  await keys.type('ghi hoat')
  await see(page.getByRole('option', { name: vietnamese('activities.menu.add') }))
  await keys.press('Enter')
  await see(page.getByRole('heading', { name: vietnamese('activities.form.add') }))
  await soon(() => focusedName(page)).toContain(vietnamese('activities.fields.name'))
  await keys.type('Lớp kể chuyện sách mùa hè')
  await keys.press('Tab')
  await keys.type('đố vui')
  await see(page.getByRole('option'))
  await keys.press('Enter')
  await keys.press('Tab')
  await keys.press('ArrowDown')
  await keys.tabTo(vietnamese('activities.session.fill'))
  await see(page.getByRole('grid', { name: vietnamese('activities.session.grid') }))
  await keys.press('Tab')
  await keys.press('Control+A')
  await keys.type('02/06/2026')
  await keys.press('Shift+Tab', 'Enter', 'Tab', 'Tab')
  for (const attended of ['40', '42', '38', '45', '41']) {
    await keys.type(attended)
    await keys.press('Enter')
  }
  await keys.press('Escape')
  await keys.tabTo(vietnamese('activities.evidence.choose'))
  const chooser = page.waitForEvent('filechooser')
  await keys.press('Space')
  await (await chooser).setFiles(photos)
  await see(
    page.getByRole('button', { name: vietnamese('activities.evidence.leaveOut', { name: 'anh-3.jpg' }) }),
  )
  await see(page.getByText('+206'))
  await keys.press('Control+Enter')
  await see(page.getByRole('heading', { name: 'Lớp kể chuyện sách mùa hè' }))
  await soon(async () => page.getByRole('button', { name: /^anh-\d/ }).count()).toBe(3)
  console.log(`key groups: ${keys.groups()}`)
  expect(keys.groups()).toBeLessThanOrEqual(40)
  const { activities } = await stage.client('activities')
  const saved = valueOf(await activities.activity({ id: 1 }))
  expect(saved).toMatchObject({ state: 'done', sessionCount: 5, attended: 206, proof: 'present' })
  expect(saved.sessions.map(({ on }) => on)).toEqual([
    '2026-06-02',
    '2026-06-09',
    '2026-06-16',
    '2026-06-23',
    '2026-06-30',
  ])
  await expectAccessible(page, 'activity')
})

test('a plan becomes what was done in one click, and back', async () => {
  const { activities } = await stage.client('activities')
  const { id } = valueOf(
    await activities.add({ name: 'Trưng bày xuân', typeCode: 'E01', sessions: [{ on: '2026-02-01' }] }),
  )
  const page = await stage.as('activities', `/activities/${id}`)
  await page.getByRole('button', { name: vietnamese('activities.page.markDone') }).click()
  await see(toast(page, vietnamese('activities.page.markedDone', { name: 'Trưng bày xuân' })))
  await gone(page.getByRole('button', { name: vietnamese('activities.page.markDone') }))
  await page.keyboard.press('Control+Z')
  await see(page.getByRole('button', { name: vietnamese('activities.page.markDone') }))
  expect(valueOf(await activities.activity({ id }))).toMatchObject({ state: 'planned', heldCount: 0 })
})

test('the calendar goes by arrows, and a day leads to its list', async () => {
  const page = await stage.as('activities', '/activities/calendar?day=2026-06-01')
  await page.getByRole('gridcell', { name: /01\/06\/2026/ }).focus()
  await page.keyboard.press('ArrowRight')
  await soon(() => focusedName(page)).toContain('02/06/2026')
  await expectAccessible(page, 'calendar')
  await page.keyboard.press('Enter')
  await see(
    page
      .getByRole('grid', { name: vietnamese('activities.list.title') })
      .getByText('Lớp kể chuyện sách mùa hè'),
  )
})

test('a file that is not what its name says is refused where it is chosen', async () => {
  const page = await stage.as('activities', '/activities/new')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: vietnamese('activities.evidence.choose') }).click()
  await (await chooser).setFiles([asFile('anh.jpg', Buffer.from('MZ'))])
  await see(page.getByText(vietnamese('activities.errors.not_evidence', { name: 'anh.jpg' })))
})

test('a picture of forty megapixels is made small before it leaves the page', async () => {
  const { activities } = await stage.client('activities')
  const { id } = valueOf(
    await activities.add({
      name: 'Hội sách',
      typeCode: 'E02',
      state: 'done',
      sessions: [{ on: '2026-03-01' }],
    }),
  )
  const page = await stage.as('activities', `/activities/${id}`)
  const large = await photoOf(page, 8000, 5000)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: vietnamese('activities.evidence.choose') }).click()
  await (await chooser).setFiles([asFile('to.jpg', large)])
  await page.getByRole('button', { name: vietnamese('activities.evidence.attach') }).click()
  await see(page.getByRole('button', { name: 'to.jpg', exact: true }))
  const [evidence] = valueOf(await activities.evidence({ activityId: id }))
  expect(large.length).toBeGreaterThan(400 * 1024)
  expect(evidence?.size).toBeLessThanOrEqual(400 * 1024)
})

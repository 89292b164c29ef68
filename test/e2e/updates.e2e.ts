import { existsSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { setupPath } from '../../db/updates/places.ts'
import { trustTestReleases, updateFile } from '../support/releases.ts'
import { writeTestFile } from '../support/engine.ts'
import { prepareFolder, writeByHand } from '../support/prepared.ts'
import { expectAccessible } from './support/axe.ts'
import { heading } from './support/frame.ts'
import { see } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const workerUrl = new URL('../support/released-worker.ts', import.meta.url)
beforeAll(trustTestReleases)

async function hand(page: Page, path: string): Promise<void> {
  const choose = page.getByRole('button', { name: vietnamese('updates.page.choose') })
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), choose.click()])
  await chooser.setFiles(path)
}

describe('the page of updates', () => {
  const stage = setStage({ workerUrl })

  test('refuses what is no update by name, takes a signed one in, and says where its Setup lies', async () => {
    const page = await stage.as('administrator', '/updates')
    await see(page.getByText(vietnamese('updates.here.none')))
    await hand(page, writeTestFile('ảnh.khosach-update', 'không phải'))
    await see(page.getByText(vietnamese('updates.problems.not_an_update')))
    await hand(page, updateFile({ notes: { vi: 'Sửa lỗi in nhãn.', en: '' } }))
    await see(page.getByRole('heading', { name: vietnamese('updates.ready.title', { version: '0.2.0' }) }))
    await see(page.getByText('Sửa lỗi in nhãn.'))
    await expectAccessible(page, 'updates')
    await page.getByRole('button', { name: vietnamese('updates.ready.start') }).click()
    const path = setupPath(stage.dataDir(), '0.2.0')
    await see(page.getByText(vietnamese('updates.ready.byHand', { path })))
    expect(existsSync(path)).toBe(true)
  })

  test('asks no address that nobody gave, and keeps the one that somebody did', async () => {
    const page = await stage.as('administrator', '/updates')
    const ask = page.getByRole('button', { name: vietnamese('updates.asking.ask') })
    expect(await ask.isDisabled()).toBe(true)
    await page.getByLabel(vietnamese('updates.asking.address')).fill('http://127.0.0.1:9/kho-sach')
    await page.getByRole('button', { name: vietnamese('updates.asking.save') }).click()
    await ask.click()
    await see(page.getByText(vietnamese('updates.problems.unreachable')))
  })
})

describe('a library of a newer program', () => {
  const later = `insert into kysely_migration values ('9990-later', '2027-01-01T00:00:00.000Z')`
  const stage = setStage({
    workerUrl,
    folder: async () => {
      const folder = await prepareFolder()
      writeByHand(folder, [later])
      return folder
    },
  })

  test('can be given its update on the page that says why it is not opened', async () => {
    const page = await stage.open()
    await see(heading(page, vietnamese('shell.opening.newer_version.title')))
    await hand(page, writeTestFile('ảnh.khosach-update', 'không phải'))
    await see(page.getByText(vietnamese('updates.problems.not_an_update')))
    await hand(page, updateFile())
    await page.getByRole('button', { name: vietnamese('updates.closed.start', { version: '0.2.0' }) }).click()
    await see(
      page.getByText(vietnamese('updates.ready.byHand', { path: setupPath(stage.dataDir(), '0.2.0') })),
    )
    await expectAccessible(page, 'newer version')
  })
})

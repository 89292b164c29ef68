import { BroadcastChannel } from 'node:worker_threads'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type ThreadRole } from '../../db/engine.ts'
import { databaseName } from '../../db/folder.ts'
import { testFolder } from '../support/engine.ts'
import { prepareFolder, writeByHand } from '../support/prepared.ts'
import { expectAccessible } from './support/axe.ts'
import { heading, navigation, toast } from './support/frame.ts'
import { gone, holds, see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { field, titleList, titleSearch, titlesShown } from './support/titles.ts'
import { vietnamese, vietnameseLike } from './support/words.ts'

const newer = `insert into kysely_migration values ('9990-later', '2027-01-01T00:00:00.000Z')`

describe('a folder that cannot be opened says on the whole page why and what to do', () => {
  const owner = setStage()
  const cases = {
    in_use: () => owner.dataDir(),
    newer_version: async () => {
      const folder = await prepareFolder()
      writeByHand(folder, [newer])
      return folder
    },
    corrupt: () => {
      const folder = testFolder()
      writeFileSync(join(folder, databaseName), 'đây không phải cơ sở dữ liệu'.repeat(200))
      return folder
    },
    cloud_folder: () => join(testFolder(), 'OneDrive', 'Kho Sách'),
    network_share: () => '//may-chu/chung/kho-sach',
  } as const
  for (const [reason, makeFolder] of Object.entries(cases)) {
    describe(reason, () => {
      const stage = setStage({ folder: makeFolder })
      test('is what the page speaks of', async () => {
        const page = await stage.open()
        await see(heading(page, vietnamese(`shell.opening.${reason}.title`)))
        await see(page.getByText(vietnameseLike(`shell.opening.${reason}.why`)))
        await see(page.getByText(vietnameseLike(`shell.opening.${reason}.next`)))
        await page.getByRole('button', { name: vietnamese('common.actions.retry') }).click()
        await see(heading(page, vietnamese(`shell.opening.${reason}.title`)))
        await gone(navigation(page))
        await expectAccessible(page, reason)
      })
    })
  }
})

describe('when a thread of the engine is lost', () => {
  const stage = setStage({ titles: 50, workerUrl: new URL('../fault/mortal-worker.ts', import.meta.url) })

  async function endThread(role: ThreadRole): Promise<void> {
    const restarted = new Promise<void>((resolve) => {
      const stop = stage.host().onEvent((event) => {
        if (event.type !== 'engine' || event.state !== 'restarted') return
        stop()
        resolve()
      })
    })
    const channel = new BroadcastChannel('khosach-die')
    channel.postMessage({ role, dataDir: stage.dataDir() })
    await restarted
    channel.close()
  }

  test('the page says so while the engine starts again, and no longer', async () => {
    const page = await stage.as('reader', '/catalogue')
    const notice = page.getByRole('status').filter({ hasText: vietnamese('common.errors.engine_lost') })
    const said = see(notice)
    await endThread('writer')
    await said
    await gone(notice)
    await see(titleList(page).getByRole('row').nth(1))
  })

  test('the page works on with the text that was being typed, and the person stays signed in', async () => {
    const page = await stage.as('cataloguer', '/catalogue/new')
    await field(page, 'title').fill('Trước và sau khi mất luồng ghi')
    await endThread('writer')
    await holds(field(page, 'title'), 'Trước và sau khi mất luồng ghi')
    await page.keyboard.press('Control+Enter')
    await see(toast(page, vietnamese('catalogue.form.added', { title: 'Trước và sau khi mất luồng ghi' })))
    await see(navigation(page))
  })

  test('searching works on', async () => {
    const page = await stage.as('reader', '/catalogue')
    await see(titleList(page).getByRole('row').nth(1))
    await endThread('reader')
    await titleSearch(page).fill('trước và sau khi mất')
    await soon(() => titlesShown(page)).toEqual(['Trước và sau khi mất luồng ghi'])
    expect(await page.getByRole('alert').count()).toBe(0)
  })
})

import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { isoDateAt } from '../../shared/dates.ts'
import { testFolder, valueOf } from '../support/engine.ts'
import { folderWith, scannedPages } from '../support/scans.ts'
import { outputOf } from './support/imports.ts'
import { gone, see } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage({ titles: 5 })
const look = process.env['LOOK']
let volumeId: number

/** A disk from which somebody has taken a page. */
beforeAll(async () => {
  const client = await stage.client('digitizer')
  const { preservation } = client
  const path = folderWith(scannedPages(3))
  const { id } = valueOf(await preservation.linkFolder({ titleId: 1, path, purpose: 'master' }))
  await outputOf(client, valueOf(await preservation.checkFolder({ id })).jobId)
  const disk = testFolder()
  cpSync(path, disk, { recursive: true })
  const volume = valueOf(await preservation.addVolume({ code: 'OD-01', name: 'Ổ cứng', kind: 'hdd' }))
  volumeId = volume.id
  valueOf(await preservation.markVolume({ id: volumeId, rev: volume.rev, path: disk }))
  await outputOf(client, valueOf(await preservation.registerCopies({ volumeId })).jobId)
  rmSync(join(disk, 'SH000001_0002.tif'))
  await outputOf(client, valueOf(await preservation.checkFixity({ volumeId })).jobId)
})

it('a copy that was taken off on purpose is no loss, until that is undone', async () => {
  const page = await stage.as('digitizer', `/preservation/volumes/${volumeId}`)
  const shot = async (name: string) => look && (await page.screenshot({ path: `${look}/${name}.png` }))
  const copies = page.getByRole('grid', { name: vietnamese('preservation.copies.title') })
  const view = page.getByRole('combobox', { name: vietnamese('preservation.copies.view') })
  await see(page.getByRole('alert'))
  await view.selectOption('troubled')
  await copies
    .getByRole('row', { name: /SH000001_0002/ })
    .getByRole('checkbox')
    .click()
  await page.getByRole('button', { name: vietnamese('preservation.removal.open') }).click()
  await page.getByLabel(vietnamese('preservation.removal.reason')).fill('Thay bằng bản quét lại')
  await shot('9-remove')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Ghi nhận xóa/ })
    .click()
  await gone(page.getByRole('alert'))
  await view.selectOption('removed')
  await see(copies.getByText('SH000001_0002.tif'))
  await shot('10-removed')
  const removals = page.getByRole('listitem').filter({ hasText: 'Thay bằng bản quét lại' })
  await removals.getByRole('button', { name: vietnamese('common.actions.undo') }).click()
  await see(page.getByText(new RegExp(`đã hoàn tác`)))
  await see(page.getByRole('alert'))
  const { preservation } = await stage.client('digitizer')
  const [removal] = valueOf(await preservation.removals({ volumeId }))
  expect(removal?.takenBackOn).toBe(isoDateAt(Date.now()))
})

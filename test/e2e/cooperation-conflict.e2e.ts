import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { valueOf } from '../support/engine.ts'
import { see } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage({ titles: 3 })
const look = process.env['LOOK']
const shot = async (page: Page, name: string) =>
  look && (await page.screenshot({ path: `${look}/${name}.png` }))
const save = (page: Page) =>
  page.getByRole('button', { name: vietnamese('common.actions.save'), exact: true }).click()
const fields = { name: 'Sách cho miền núi', startsOn: '2026-01-05', role: 'beneficiary' } as const

it('two people who change a project are both heard, and only what both changed is asked about', async () => {
  const { cooperation } = await stage.client('activities')
  const partner = valueOf(
    await cooperation.addPartner({ name: 'Hội Bạn Sách', kind: 'fund', origin: 'foreign' }),
  )
  const { id, rev } = valueOf(await cooperation.addProject(fields))
  const page = await stage.as('activities', `/cooperation/projects/${id}/edit`)
  await page.getByRole('textbox', { name: vietnamese('cooperation.fields.name') }).fill('Sách vùng cao')
  await page.getByRole('textbox', { name: vietnamese('cooperation.fields.result') }).fill('12 điểm trường')
  const theirs = { ...fields, name: 'Sách biên giới', country: 'Lào', partnerIds: [partner.id] }
  const changed = valueOf(await cooperation.updateProject({ ...theirs, id, rev }))
  await save(page)
  await see(page.getByText(vietnamese('ui.conflict.text')))
  await see(page.getByRole('radio', { name: 'Sách biên giới' }))
  await shot(page, 'conflict')
  await page.getByRole('button', { name: vietnamese('ui.conflict.save') }).click()
  await see(page.getByText(vietnamese('ui.conflict.merged')))
  expect(valueOf(await cooperation.project({ id }))).toMatchObject({
    rev: changed.rev + 1,
    name: 'Sách vùng cao',
    country: 'Lào',
    partnerIds: [partner.id],
    result: '12 điểm trường',
  })
})

it('a draft from before meets the newer version instead of hiding it', async () => {
  const { cooperation } = await stage.client('activities')
  const { id, rev } = valueOf(await cooperation.addProject({ ...fields, name: 'Xe thư viện' }))
  const page = await stage.as('activities', `/cooperation/projects/${id}/edit`)
  const name = () => page.getByRole('textbox', { name: vietnamese('cooperation.fields.name') })
  await name().fill('Xe thư viện lưu động')
  await page.getByRole('button', { name: vietnamese('common.actions.cancel') }).click()
  await see(page.getByRole('heading', { name: 'Xe thư viện' }))
  valueOf(await cooperation.updateProject({ ...fields, name: 'Xe sách', country: 'Nhật Bản', id, rev }))
  await page.goto(page.url().replace(/#.*/, `#/cooperation/projects/${id}/edit`))
  await expect.poll(() => name().inputValue()).toBe('Xe thư viện lưu động')
  await save(page)
  await see(page.getByRole('radio', { name: 'Xe sách' }))
  await page.getByRole('radio', { name: 'Xe sách' }).click()
  await page.getByRole('button', { name: vietnamese('ui.conflict.save') }).click()
  await see(page.getByText(vietnamese('ui.conflict.merged')))
  expect(valueOf(await cooperation.project({ id }))).toMatchObject({ name: 'Xe sách', country: 'Nhật Bản' })
})

import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { valueOf } from '../support/engine.ts'
import { see } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage({ titles: 3 })
const look = process.env['LOOK']
const shot = async (page: Page, name: string) =>
  look && (await page.screenshot({ path: `${look}/${name}.png`, fullPage: true }))
const what = 'Máy tính và thiết bị đọc cho người khiếm thị của Dự án Thư viện thân thiện'
let giftId = 0
let projectId = 0

beforeAll(async () => {
  const { cooperation } = await stage.client('activities')
  const partner = valueOf(
    await cooperation.addPartner({ name: 'Quỹ Bạn Đọc Thử', kind: 'fund', origin: 'foreign' }),
  )
  const project = { name: 'Thư viện thân thiện', startsOn: '2026-01-05', partnerIds: [partner.id] }
  projectId = valueOf(await cooperation.addProject(project)).id
  const items = [
    { name: 'Máy tính để bàn', quantity: 3, valueMinor: 45_000_001 },
    { name: 'Màn hình chữ nổi', quantity: 1, valueMinor: null },
  ]
  const gift = {
    kind: 'equipment',
    what,
    receivedOn: '2026-10-10',
    partnerId: partner.id,
    projectId,
  } as const
  giftId = valueOf(await cooperation.addGift({ ...gift, items })).id
})

it('a gift becomes equipment by its own page, and each tells of the other', async () => {
  const page = await stage.as('director', `/cooperation/gifts/${giftId}`)
  await shot(page, 'gift-none')
  await page.getByRole('link', { name: `${vietnamese('cooperation.gift.record')} Máy tính để bàn` }).click()
  await see(page.getByText(vietnamese('facilities.given.hint', { name: 'Máy tính để bàn', what })))
  await shot(page, 'given-form')
  await page.getByRole('button', { name: vietnamese('facilities.many.save', { count: 3 }) }).click()
  await see(page.getByText(vietnamese('cooperation.gift.recorded', { recorded: '3', quantity: '3' })))
  await shot(page, 'gift-recorded')
  await page
    .getByRole('region', { name: vietnamese('facilities.given.title') })
    .getByRole('link')
    .first()
    .click()
  await see(page.getByRole('link', { name: what }))
  await see(page.getByText('15.000.000'))
  await shot(page, 'thing')
  await page.getByRole('link', { name: 'Thư viện thân thiện', exact: true }).click()
  const owned = page.getByRole('region', { name: vietnamese('facilities.given.title') })
  await see(owned)
  expect(await owned.getByText(vietnamese('facilities.states.working')).count()).toBe(3)
  await shot(page, 'project')
})

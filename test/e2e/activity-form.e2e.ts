import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { valueOf } from '../support/engine.ts'
import { toast } from './support/frame.ts'
import { gone, see } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage()

const hours = { startTime: '08:00', endTime: '10:00' } as const
const reading = {
  name: 'Kể chuyện hè',
  typeCode: 'E05',
  state: 'done',
  siteId: 1,
  sessions: [
    { on: '2026-06-02', attended: 20, ...hours },
    { on: '2026-06-09', attended: 30, ...hours },
  ],
} as const

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const field = (page: Page, name: 'note' | 'organiser' | 'name') =>
  page.getByLabel(vietnamese(`activities.fields.${name}`), { exact: name !== 'name' })
/** A cell of the grid of sessions: 1 is the day, 2 how many came. */
const cell = (page: Page, row: number, column: number) =>
  page
    .getByRole('grid', { name: vietnamese('activities.session.grid') })
    .getByRole('row')
    .nth(row)
    .getByRole('textbox')
    .nth(column - 1)

test('of two who change one activity neither loses anything, and only what both changed is asked about', async () => {
  const { activities, cooperation } = await stage.client('activities')
  const { id: partnerId } = valueOf(await cooperation.addPartner({ name: 'Tỉnh đoàn', kind: 'association' }))
  const { id } = valueOf(await activities.add({ ...reading, sessions: [...reading.sessions] }))
  const first = await stage.as('activities', `/activities/${id}/edit`)
  const second = await stage.as('administrator', `/activities/${id}/edit`)
  for (const page of [first, second]) await see(cell(page, 1, 2))

  await field(first, 'organiser').fill('Sở Văn hóa')
  await cell(first, 1, 2).fill('25')
  await first.keyboard.press('Control+Enter')
  await see(heading(first, 'Kể chuyện hè'))
  const saved = valueOf(await activities.activity({ id }))
  valueOf(await activities.update({ ...saved, partnerIds: [partnerId] }))

  await field(second, 'organiser').fill('Thư viện tỉnh')
  await field(second, 'note').fill('Ghi chú của người thứ hai')
  await cell(second, 2, 2).fill('44')
  await second.keyboard.press('Control+Enter')
  const dialog = second.getByRole('dialog', { name: vietnamese('ui.conflict.title') })
  const rowOf = (name: string) => dialog.getByRole('row').filter({ hasText: name })
  await see(rowOf('Thư viện tỉnh').getByText('Sở Văn hóa'))
  expect(await dialog.getByRole('row').count()).toBe(2)
  await dialog.getByRole('button', { name: vietnamese('ui.conflict.save') }).click()
  await gone(dialog)
  await see(toast(second, vietnamese('ui.conflict.merged')))
  const merged = valueOf(await activities.activity({ id }))
  expect(merged).toMatchObject({
    organiser: 'Thư viện tỉnh',
    note: 'Ghi chú của người thứ hai',
    partnerIds: [partnerId],
    sessions: [{ attended: 25 }, { attended: 44 }],
  })

  // In a field of the form that is being left, the key would take back what was typed there.
  await see(heading(second, 'Kể chuyện hè'))
  await second.keyboard.press('Control+Z')
  await see(second.getByText('Sở Văn hóa'))
  expect(valueOf(await activities.activity({ id }))).toMatchObject({
    organiser: 'Sở Văn hóa',
    sessions: [{ attended: 25 }, { attended: 30 }],
  })
})

test('a session that both changed is shown in words, and either can be kept', async () => {
  const { activities } = await stage.client('activities')
  const { id } = valueOf(
    await activities.add({ ...reading, name: 'Đố vui', sessions: [{ on: '2026-07-01', attended: 5 }] }),
  )
  const page = await stage.as('activities', `/activities/${id}/edit`)
  await see(cell(page, 1, 2))
  const saved = valueOf(await activities.activity({ id }))
  valueOf(
    await activities.update({
      ...saved,
      sessions: saved.sessions.map((each) => ({ ...each, attended: 50 })),
    }),
  )
  await cell(page, 1, 2).fill('70')
  await page.keyboard.press('Control+Enter')
  const dialog = page.getByRole('dialog', { name: vietnamese('ui.conflict.title') })
  await see(dialog.getByText(vietnamese('activities.session.total', { shown: '50' })))
  await dialog.getByRole('radio').nth(1).check()
  await dialog.getByRole('button', { name: vietnamese('ui.conflict.save') }).click()
  await see(heading(page, 'Đố vui'))
  expect(valueOf(await activities.activity({ id })).attended).toBe(50)
})

test('counts that cannot be are said where they stand, and nothing of them is lost', async () => {
  const page = await stage.as('activities', '/activities/new?on=2026-08-03')
  await field(page, 'name').fill('Trưng bày')
  await cell(page, 1, 2).fill('10')
  await cell(page, 1, 5).fill('12')
  await cell(page, 1, 6).fill('-3')
  await page.keyboard.press('Tab')
  await see(page.getByText(vietnamese('activities.session.wrong.part_above_total')).first())
  await see(page.getByText(vietnamese('activities.session.wrong.not_a_count')).first())
  expect(await cell(page, 1, 6).inputValue()).toBe('-3')
})

test('two in one room at one time are asked about, and saved when it is meant', async () => {
  const page = await stage.as('administrator', '/activities/new?on=2026-06-02')
  const { activities } = await stage.client('activities')
  await field(page, 'name').fill('Nói chuyện cùng giờ')
  await page.getByRole('combobox', { name: vietnamese('activities.fields.typeCode') }).fill('nói chuyện')
  await see(page.getByRole('option').first())
  await page.keyboard.press('Enter')
  await cell(page, 1, 3).fill('9h')
  await cell(page, 1, 4).fill('11h')
  await page.keyboard.press('Control+Enter')
  await see(page.getByRole('alert').filter({ hasText: 'Kể chuyện hè' }))
  await page.getByRole('button', { name: vietnamese('activities.form.saveAnyway') }).click()
  await see(heading(page, 'Nói chuyện cùng giờ'))
  expect(valueOf(await activities.list({ text: 'cùng giờ' })).rows).toHaveLength(1)
})

test('a campaign is planned again for another year, and its plans are shown', async () => {
  const { activities } = await stage.client('activities')
  const campaign = { name: 'Hè 2026', kind: 'campaign', year: 2026 } as const
  const { id } = valueOf(await activities.addCampaign(campaign))
  valueOf(
    await activities.add({
      ...reading,
      name: 'Khai mạc hè 2026',
      siteId: null,
      campaignIds: [id],
      sessions: [{ on: '2026-06-01', attended: 90 }],
    }),
  )
  const page = await stage.as('activities', '/activities/campaigns')
  await page.getByText('Hè 2026').click()
  await page.getByRole('button', { name: vietnamese('activities.campaigns.repeat.open') }).click()
  await see(page.getByRole('dialog').getByText('1 hoạt động'))
  await page.getByRole('button', { name: vietnamese('activities.campaigns.repeat.go'), exact: true }).click()
  await see(page.getByText('Khai mạc hè 2027'))
  expect(valueOf(await activities.list({ text: 'khai mạc hè 2027' })).rows).toMatchObject([
    { startsOn: '2027-06-01', state: 'planned', attended: null },
  ])
})

import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  finishedJob,
  openTestEngine,
  testPassword,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'

let test: TestEngine
let operator: Person
let clerk: Person
const ids: Record<string, number> = {}

/** A title on paper, one made digital, one bought, one open to all, and a link. */
beforeEach(async () => {
  test = await openTestEngine()
  clerk = await test.as('cataloguer')
  operator = await test.as('digitizer')
  const { catalogue } = clerk.client
  const whole = { authors: 'Nguyễn Văn A', publishedYear: 2001, language: 'vie', ddc: '959.7' }
  const digital = { ...whole, material: 'digital' } as const
  for (const [name, fields] of Object.entries({
    paper: { title: 'Địa chí Lâm Đồng', ...whole },
    made: { title: 'Ảnh Đà Lạt xưa', ...digital, digitalOrigin: 'self' },
    bought: { title: 'Luật thư viện (điện tử)', ...digital, ddc: '', digitalOrigin: 'bought' },
    open: { title: 'Sách mở', ...digital, digitalOrigin: 'open' },
    link: { title: 'Cổng thông tin', material: 'link', url: 'https://lamdong.example' },
  } as const))
    ids[name] = valueOf(await catalogue.addTitle(fields)).id
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

async function figures(quarter: number): Promise<Record<string, number | null>> {
  const { client } = await test.as('director')
  const { values } = valueOf(await client.indicators.list({ period: `2026-Q${quarter}` }))
  return Object.fromEntries(values.map(({ code, value }) => [code, value]))
}

async function carryThrough(titleId: number): Promise<void> {
  const { digitization } = operator.client
  const rights = { status: 'own', basis: 'Nội sinh', evidence: 'QĐ 12', decidedBy: 'Lê Văn A' } as const
  valueOf(await digitization.decideRights({ ...rights, titleIds: [titleId], decidedOn: '2026-01-02' }))
  const { id: projectId } = valueOf(await digitization.addProject({ year: 2026, name: 'Địa chí' }))
  await finishedJob(operator, 'digitization.makeJobs', {
    selection: { ids: [titleId] },
    projectId,
    name: 'Đợt 1',
  })
  for (;;) {
    const job = valueOf(await digitization.job({ id: 1 }))
    if (job.state !== 'open') return
    valueOf(await digitization.finish({ id: 1, stageId: job.stageId, pages: 100 }))
  }
}

it('counts a digital document once, made as digital or carried through from paper, and no open one', async () => {
  expect(await figures(4)).toMatchObject({ 'M2b.06': 2, 'M2b.09': 1, 'M2b.15': 50 })
  await carryThrough(ids['paper'] ?? 0)
  expect(await figures(4)).toMatchObject({ 'M2b.06': 3, 'M2b.08': 1, 'M2b.15': 66.67 })
  const rule = valueOf(await operator.client.digitization.rightsRule({}))
  valueOf(await operator.client.digitization.setRightsRule({ ...rule, mandatory: ['author', 'publisher'] }))
  expect(await figures(4)).toMatchObject({ 'M2b.15': 0 })
})

it('counts a link that worked when it was last tried within the days', async () => {
  const { catalogue } = clerk.client
  const check = { titleId: ids['link'] ?? 0, checkedOn: '2026-11-02', note: '' }
  expect(await figures(4)).toMatchObject({ 'M2b.10': 0 })
  valueOf(await catalogue.recordLinkCheck({ ...check, isWorking: true }))
  expect(await figures(4)).toMatchObject({ 'M2b.10': 1 })
  valueOf(await catalogue.recordLinkCheck({ ...check, checkedOn: '2026-11-03', isWorking: false }))
  expect(await figures(4)).toMatchObject({ 'M2b.10': 0 })
})

it('knows what was in a collection on any day, and a title in two once', async () => {
  const { digitization } = operator.client
  const open = { openedOn: '2026-01-05' }
  const add = async (name: string) => valueOf(await digitization.addCollection({ ...open, name })).id
  const [one, two] = [await add('Địa chí'), await add('Đà Lạt')]
  const both = { ids: [ids['paper'] ?? 0, ids['made'] ?? 0] }
  for (const collectionId of [one, two])
    valueOf(await digitization.addToCollection({ collectionId, selection: both }))
  expect(await figures(4)).toMatchObject({ 'M2b.14a': 2, 'M2b.14b': 2 })
  expect(await figures(3)).toMatchObject({ 'M2b.14a': 2, 'M2b.14b': 0 })

  test.clock.nowMs += 30 * 86_400_000
  await operator.call('users.signIn', { username: 'user-digitizer', password: testPassword })
  const taken = { collectionId: one, titleIds: [ids['paper'] ?? 0] }
  expect(valueOf(await digitization.removeFromCollection(taken))).toEqual({ removed: taken.titleIds })
  const { rows } = valueOf(await digitization.collectionTitles({ collectionId: one }))
  expect(rows.map(({ title }) => title)).toEqual(['Ảnh Đà Lạt xưa'])
  const back = await digitization.addToCollection({ collectionId: one, selection: { ids: taken.titleIds } })
  expect(valueOf(back)).toEqual({ added: taken.titleIds, known: 0 })
  const { raw } = test.engine.connection
  expect(raw.prepare('select count(*) from digitalCollectionTitle').pluck().get()).toBe(4)
})

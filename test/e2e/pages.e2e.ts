import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { pageRoutes } from '../../renderer/app/routes.tsx'
import type { Client } from '../../shared/client.ts'
import { isoDateAt } from '../../shared/dates.ts'
import { valueOf } from '../support/engine.ts'
import { expectAccessible } from './support/axe.ts'
import { foreignRecord } from '../support/marc-file.ts'
import { backupOf, enterTitle, openOther } from '../support/mergers.ts'
import { enter, navigation, pickFromUserMenu, statusBar } from './support/frame.ts'
import { holdBack } from './support/hold.ts'
import { folderWith, scannedPages } from '../support/scans.ts'
import { marcBytes, outputOf, stagedRun } from './support/imports.ts'
import { gone, see, soon } from './support/see.ts'
import { setStage } from './support/stage.ts'
import { vietnamese } from './support/words.ts'

const stage = setStage({ titles: 300 })
let periodId: number
let serialId: number
let openVoucherId: number
let productId: number
let runId: number
let refreshId: number
let writtenId: number
let stocktakeId: number
let expectedId: number
let weedingId: number
let mergerId: number
let digitizationJobId: number
let inspectionId: number
let folderId: number
let pageId: number
let volumeId: number
let activityId: number
let readerId: number

/** What a page with a parameter is looked at with: one example for each look it can have. */
const parameters: Record<string, () => (string | number)[]> = {
  'activities/:id': () => [activityId],
  'activities/:id/edit': () => [`${activityId}/edit`],
  'catalogue/:id/:tab?': () => [
    1,
    ...['marc', 'copies', 'articles', 'classes', 'history'].map((tab) => `1/${tab}`),
    `${serialId}/issues`,
  ],
  'facilities/equipment/:id': () => [1],
  'cooperation/agreements/:id': () => [1],
  'cooperation/agreements/:id/edit': () => ['1/edit'],
  'cooperation/delegations/:id': () => [1],
  'cooperation/delegations/:id/edit': () => ['1/edit'],
  'cooperation/gifts/:id': () => [1],
  'cooperation/gifts/:id/edit': () => ['1/edit'],
  'cooperation/memberships/:id': () => [1],
  'cooperation/memberships/:id/edit': () => ['1/edit'],
  'cooperation/partners/:id': () => [1],
  'cooperation/projects/:id': () => [1],
  'cooperation/projects/:id/edit': () => ['1/edit'],
  'handbook/:chapter': () => ['quarter', 'cataloguer'],
  'network/points/:id': () => [1],
  'digitization/jobs/:id': () => [digitizationJobId],
  'digitization/jobs/collections/:id': () => [1],
  'interchange/:id/:tab?': () => [
    runId,
    `${runId}/records`,
    `${runId}/words`,
    `${refreshId}/vanished`,
    writtenId,
    `${writtenId}/used`,
  ],
  'inspection/:id': () => [inspectionId],
  'inspection/:id/look': () => [`${inspectionId}/look`],
  'labels/templates/:id': () => [1, 3],
  'merger/:id/plan': () => [`${mergerId}/plan`],
  'merger/:id/:tab?': () => [mergerId, ...['titles', 'copies', 'history'].map((tab) => `${mergerId}/${tab}`)],
  'plans/:id': () => [1],
  'stocktake/items/:itemId': () => [expectedId],
  'stocktake/:id': () => [stocktakeId],
  'stocktake/:id/edit': () => [`${stocktakeId}/edit`],
  'stocktake/:id/scan': () => [`${stocktakeId}/scan`],
  'stocktake/:id/items': () => [`${stocktakeId}/items`],
  'stocktake/:id/scans': () => [`${stocktakeId}/scans`],
  'rotation/:id': () => [1, 3, 6],
  'rotation/:id/return': () => ['3/return'],
  'staff/:id': () => [1],
  'weeding/:id': () => [weedingId, `${weedingId}?part=papers`, `${weedingId}?part=papers&paper=council`],
  'copies/vouchers/:id': () => [openVoucherId, 1],
  'copies/withdrawals/:id': () => [1],
  'copies/:id': () => [1],
  'registers/:id': () => [1, 2],
  'preservation/folders/:id': () => [folderId],
  'preservation/folders/:id/sheet': () => [`${folderId}/sheet`],
  'preservation/pages/:id': () => [pageId],
  'preservation/volumes/:id': () => [volumeId],
  'products/:id': () => [productId],
  'readers/:id': () => [readerId],
  'readers/:id/edit': () => [`${readerId}/edit`],
  'reports/:id': () => [periodId],
  'indicators/:code': () => ['M2b.02'],
  'journal/:id': () => [2],
}

function addressesOf(path: string): string[] {
  if (!path.includes(':')) return [`/${path}`]
  const values = parameters[path]?.()
  if (!values) throw new Error(`${path} needs an example of its parameter`)
  return values.map((value) => `/${path.replace(/:.*/, String(value))}`)
}

/** The demo library has closed deliveries and decisions; what is still being worked on is made here. */
beforeAll(async () => {
  const director = await stage.client('director')
  periodId = valueOf(await director.reports.openPeriod({ period: '2026-Q1' })).id
  const clerk = await stage.client('cataloguer')
  const serials = await clerk.catalogue.search({ filters: { materials: ['serial'] }, limit: 1 })
  serialId = valueOf(serials).rows[0]?.id ?? 0
  const delivery = { number: 'CT-PAGES', receivedOn: isoDateAt(Date.now()), source: 'purchase' } as const
  openVoucherId = valueOf(await clerk.copies.addVoucher(delivery)).id
  const bibliography = { kind: 'bibliography', name: 'Thư mục sách mới' } as const
  const digitizer = await stage.client('digitizer')
  const scans = { titleId: 1, path: folderWith(scannedPages(3)), purpose: 'master' } as const
  folderId = valueOf(await digitizer.preservation.linkFolder(scans)).id
  await outputOf(digitizer, valueOf(await digitizer.preservation.checkFolder({ id: folderId })).jobId)
  pageId = valueOf(await digitizer.preservation.files({ folderId })).rows[0]?.id ?? 0
  const words = { fileId: pageId, rev: null, text: 'Trăm năm trong cõi người ta' }
  valueOf(await digitizer.preservation.correctText(words))
  const disk = { code: 'OD-PAGES', name: 'Ổ cứng', kind: 'hdd' } as const
  volumeId = valueOf(await digitizer.preservation.addVolume(disk)).id
  productId = valueOf(await clerk.products.addProduct(bibliography)).id
  const organiser = await stage.client('activities')
  const display = { name: 'Trưng bày sách địa chí', typeCode: 'E01', state: 'done' } as const
  const shown = { on: isoDateAt(Date.now()), attended: 120, children: 40 }
  activityId = valueOf(await organiser.activities.add({ ...display, sessions: [shown] })).id
  readerId = await issueCard()
  valueOf(await clerk.products.addTitles({ id: productId, selection: { ids: [1, 2, 3] } }))
  const foreign = (from: number) => marcBytes(Array.from({ length: 30 }, (_, at) => foreignRecord(from + at)))
  writtenId = (await stagedRun(stage, clerk, foreign(0))).id
  await outputOf(clerk, valueOf(await clerk.interchange.write({ id: writtenId })).jobId)
  refreshId = (await stagedRun(stage, clerk, foreign(10), { kind: 'refresh' })).id
  runId = (await stagedRun(stage, clerk, Buffer.concat([foreign(20), Buffer.from('rác'), foreign(40)]))).id
  await beginCooperation(organiser)
  await beginCare(clerk)
  await readNeighbour(director)
  await beginDigitizing()
})

/** One of each that the library has with a partner. */
async function beginCooperation({ cooperation }: Client): Promise<void> {
  const today = isoDateAt(Date.now())
  const fund = { name: 'Quỹ Sách', kind: 'fund', origin: 'foreign', country: 'Hoa Kỳ' } as const
  const { id } = valueOf(await cooperation.addPartner(fund))
  const partnerIds = [id]
  valueOf(await cooperation.addProject({ name: 'Sách tiếng Anh', partnerIds, startsOn: today }))
  valueOf(await cooperation.addAgreement({ name: 'Tặng sách', partnerIds, startsOn: today, endsOn: today }))
  const visit = { programme: 'Học tập', startsOn: today, endsOn: today, leaders: 2 }
  valueOf(await cooperation.addDelegation(visit))
  valueOf(await cooperation.addMembership({ body: 'CONSAL', since: today }))
  const computer = { name: 'Máy tính', quantity: 2, valueMinor: 30_000_000 }
  const room = { kind: 'equipment' as const, what: 'Phòng máy', receivedOn: today, items: [computer] }
  valueOf(await cooperation.addGift({ ...room, partnerId: id, projectId: 1 }))
  valueOf(await cooperation.makeYearReport({ year: Number(today.slice(0, 4)) }))
}

async function issueCard(): Promise<number> {
  const administrator = await stage.client('administrator')
  const settings = valueOf(await administrator.readers.settings({}))
  valueOf(await administrator.readers.setSettings({ ...settings, mode: 'loans' }))
  const desk = await stage.client('desk')
  const consent = { givenBy: 'reader', form: 'paper', givenOn: isoDateAt(Date.now()) } as const
  const person = { name: 'Công Tằng Tôn Nữ Thị Quỳnh Hương', groupId: 2, consents: [consent] }
  return valueOf(await desk.readers.addReader(person)).id
}

/** A stocktake that is being scanned, and a dossier with copies on its list. */
async function beginCare(clerk: Client): Promise<void> {
  stocktakeId = valueOf(await clerk.stocktake.add({ name: 'Kiểm kê kho đọc và kho mượn năm 2026' })).id
  await outputOf(clerk, valueOf(await clerk.stocktake.open({ id: stocktakeId })).jobId)
  const at = new Date().toISOString()
  const scans = ['LẠ-001', 'LẠ-002'].map((code, place) => ({ key: `pages-${place}`, code, at }))
  valueOf(await clerk.stocktake.scan({ id: stocktakeId, scans }))
  const { rows } = valueOf(
    await clerk.stocktake.items({ id: stocktakeId, filters: { class: 'missing' }, limit: 20 }),
  )
  expectedId = rows[0]?.id ?? 0
  const dossier = { name: 'Thanh lọc sách giáo khoa cũ', year: 2026, disposal: 'destroy', note: '' } as const
  weedingId = valueOf(await clerk.weeding.addWeeding(dossier)).id
  const copyIds = rows.flatMap(({ copyId }) => copyId ?? [])
  const ground = { ground: 'outdated', reason: 'Theo chương trình cũ', isProtectedMeant: true } as const
  valueOf(await clerk.weeding.addItems({ id: weedingId, copyIds, ...ground }))
  const books = { scopeMaterials: ['book' as const], includesLast: true, includesProtected: true }
  await outputOf(clerk, valueOf(await clerk.weeding.gather({ id: weedingId, rules: books })).jobId)
}

/** A neighbour that was read to be merged, one of whose numbers is that of a sample copy. */
async function readNeighbour(director: Client): Promise<void> {
  const other = await openOther('Thư viện huyện Tiên Du', { prefix: 'VL' })
  await enterTitle(other, { title: 'Lịch sử huyện Tiên Du', publishedYear: 2001 }, [
    {},
    { barcode: '893001' },
  ])
  const file = await stage.host().exchange.admit(await backupOf(other))
  const { jobId } = valueOf(await director.merger.stage({ file }))
  mergerId = ((await outputOf(director, jobId)) as { mergerId: number }).mergerId
}

/** A job on its way, with a history to look at. */
async function beginDigitizing(): Promise<void> {
  const { digitization } = await stage.client('digitizer')
  const { id: projectId } = valueOf(await digitization.addProject({ year: 2026, name: 'Sách địa chí' }))
  const making = { selection: { ids: [1, 2, 3] }, projectId, name: 'Đợt 1', priority: 2 }
  await outputOf(await stage.client('digitizer'), valueOf(await digitization.makeJobs(making)).jobId)
  const { rows } = valueOf(await digitization.jobs({ limit: 1 }))
  const [job] = rows
  digitizationJobId = job?.id ?? 0
  valueOf(await digitization.finish({ id: digitizationJobId, stageId: job?.stageId ?? 0, pages: 120 }))
  const stoppage = { kind: 'scanner', machine: 'Máy quét A3', startedOn: '2026-05-04' } as const
  valueOf(await digitization.addStoppage(stoppage))
  const collection = { name: 'Địa chí Lâm Đồng', description: 'Sách, báo về tỉnh', openedOn: '2026-01-05' }
  const { id: collectionId } = valueOf(await digitization.addCollection(collection))
  valueOf(await digitization.addToCollection({ collectionId, selection: { ids: [1, 2, 3] } }))
  await beginInspecting(digitizationJobId)
}

/** A page of a sample with a finding, the others still to be looked at. */
async function beginInspecting(jobId: number): Promise<void> {
  const { digitization, inspection } = await stage.client('digitizer')
  valueOf(await digitization.move({ ids: [jobId], to: 'check' }))
  const plan = { name: 'Nghiệm thu đợt 1', lot: { projectId: 1 } } as const
  inspectionId = valueOf(await inspection.draw(plan)).id
  const { pageId } = valueOf(await inspection.takeNext({ id: inspectionId }))
  valueOf(await inspection.judge({ id: pageId ?? 0, rev: 1, kindIds: [3] }))
}

/** The page is there and has all it asked for; by way of home, since two looks of one page keep their heading. */
async function settled(page: Page, address: string): Promise<void> {
  await enter(page, '/home')
  await enter(page, address)
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

/** How much room the page's name has beside its buttons. */
function namePx(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelector('.page-header .titles')?.clientWidth ?? Infinity)
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
  const addresses = () => paths.flatMap(addressesOf)

  // What is dark differs in nothing but its colours.
  for (const [theme, rules] of [
    ['light', []],
    ['dark', ['color-contrast']],
  ] as const) {
    test(`has nothing serious against its accessibility, in ${theme}`, async () => {
      const page = await stage.as('administrator')
      await pickFromUserMenu(page, 'administrator', vietnamese(`shell.theme.${theme}`))
      for (const address of addresses()) {
        await settled(page, address)
        await expectAccessible(page, `${address}, ${theme}`, [...rules])
      }
    }, 600_000)
  }

  test('has nothing serious against it while a picture is still coming in either', async () => {
    const page = await stage.as('administrator')
    const letGo = await holdBack(page, 'preservation.showFile')
    await enter(page, `/preservation/folders/${folderId}`)
    await see(page.getByText(vietnamese('preservation.picture.waiting')))
    await expectAccessible(page, 'a picture that is waited for')
    letGo()
  })

  for (const [name, options] of [
    ['at 200 % zoom on a 1366×768 screen', { viewport: { width: 683, height: 384 }, deviceScaleFactor: 2 }],
    ['on a 1024×600 netbook', { viewport: { width: 1024, height: 600 } }],
  ] as const) {
    test(`needs no sideways scrolling and hides no button ${name}`, async () => {
      const page = await stage.as('administrator', '', options)
      for (const address of addresses()) {
        await settled(page, address)
        expect(await sidewaysPx(page), address).toBeLessThanOrEqual(0)
        expect(await namePx(page), address).toBeGreaterThan(180)
        await soon(() => unreachable(page), address).toEqual([])
      }
    })
  }

  test('draws no more rows of a list than a narrow window shows', async () => {
    const page = await stage.as('administrator', '', { viewport: { width: 900, height: 768 } })
    for (const address of addresses()) {
      await settled(page, address)
      expect(await page.getByRole('row').count(), address).toBeLessThan(200)
    }
  })

  test('has one first heading and a name of its own for the window', async () => {
    const page = await stage.as('administrator')
    const pathByName = new Map<string, string>()
    const doubles: string[] = []
    for (const path of paths) {
      await settled(page, addressesOf(path)[0] ?? '')
      expect(await page.getByRole('heading', { level: 1 }).count(), path).toBe(1)
      // The window is named just after its page is drawn.
      await page
        .waitForFunction((known) => !known.includes(document.title), [...pathByName.keys()], {
          timeout: 10_000,
        })
        .catch(() => undefined)
      const name = await page.title()
      const other = pathByName.get(name)
      if (other !== undefined) doubles.push(`${name}: ${other}, ${path}`)
      pathByName.set(name, path)
    }
    expect(doubles).toEqual([])
  })

  test('prints without the frame around it', async () => {
    const page = await stage.as('administrator')
    for (const path of paths) {
      const address = addressesOf(path)[0] ?? ''
      await page.emulateMedia({ media: 'screen' })
      await settled(page, address)
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

import { readdirSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '../../shared/contract.ts'
import type { SpecOf } from '../../shared/contracts.ts'
import {
  codeOf,
  finishedJob,
  openTestEngine,
  testFolder,
  valueOf,
  type Person,
  type TestEngine,
} from '../../test/support/engine.ts'
import { createExchange } from '../host/exchange.ts'

let test: TestEngine
let clerk: Person
let voucherId = 0
beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
  clerk = await test.as('cataloguer')
  const { copies } = clerk.client
  valueOf(await copies.addSeries({ name: 'Sách', prefix: 'VV' }))
  const received = { receivedOn: '2020-03-01', source: 'purchase' as const }
  voucherId = valueOf(await copies.addVoucher({ number: 'CT-01', ...received })).id
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

type Rules = InputOf<SpecOf<'weeding.candidates'>>['rules']

async function title(name: string, more: object = {}): Promise<number> {
  return valueOf(await clerk.client.catalogue.addTitle({ title: name, ...more })).id
}
async function shelve(titleId: number, copies: object[]): Promise<number[]> {
  const line = { titleId, seriesId: 1, siteId: 1, storeId: 1, priceMinor: 10_000 }
  const input = { voucherId, copies: copies.map((copy) => ({ ...line, ...copy })) }
  return valueOf(await clerk.client.copies.accession(input)).ids
}
/** A stock large enough that a copy or two are no tenth of it. */
const plenty = async () =>
  shelve(
    await title('Nhiều bản'),
    Array.from({ length: 60 }, () => ({})),
  )
const candidates = async (rules: Rules) =>
  valueOf(await clerk.client.weeding.candidates({ rules, limit: 200 }))
const idsFor = async (rules: Rules) => (await candidates(rules)).rows.map(({ copyId }) => copyId)
const dossier = async (name = 'Đợt 1') => valueOf(await clerk.client.weeding.addWeeding({ name, year: 2026 }))
const record = async (id: number) => valueOf(await clerk.client.weeding.weeding({ id }))
const items = async (weedingId: number, state: 'listed' | 'removed' | 'struck' = 'listed') =>
  valueOf(await clerk.client.weeding.items({ weedingId, state, limit: 200 })).rows

async function add(id: number, copyIds: number[], more: object = {}) {
  return clerk.client.weeding.addItems({ id, copyIds, ground: 'damaged', ...more })
}
async function fill(id: number, kind: 'council' | 'minutes', content: object): Promise<void> {
  const paper = (await record(id)).papers.find((each) => each.kind === kind)
  if (!paper) throw new Error(`no ${kind}`)
  const input = { id, kind, rev: paper.rev, symbol: paper.symbol, content: { ...paper.content, ...content } }
  valueOf(await clerk.client.weeding.savePaper(input))
}
const chair = { name: 'Trần Văn Chủ', title: 'Phó Giám đốc Sở', role: 'chair' as const }
async function sign(
  id: number,
  kind: 'proposal' | 'list' | 'council' | 'minutes',
  signedOn = '2026-10-01',
  aboveLimitReason = 'Kho bị ngập',
) {
  if (kind === 'council') await fill(id, kind, { members: [chair] })
  if (kind === 'minutes') await fill(id, kind, { votesFor: 5, votesAgainst: 0 })
  const { rev } = await record(id)
  return clerk.client.weeding.recordPaper({ id, rev, kind, number: '05', signedOn, aboveLimitReason })
}
async function signAll(id: number): Promise<void> {
  for (const kind of ['proposal', 'list', 'council', 'minutes'] as const) valueOf(await sign(id, kind))
}
async function approve(id: number, more: object = {}) {
  const { rev } = await record(id)
  const decision = { number: '12/QĐ-SVH', signedOn: '2026-10-05', withdrawnOn: '2026-10-06' }
  return clerk.client.weeding.approve({ id, rev, ...decision, ...more })
}

describe('candidates', () => {
  it('are the copies beyond so many of a title, the best of them kept', async () => {
    const [good, worn, damaged, alsoGood] = await shelve(await title('Số đỏ'), [
      {},
      { condition: 'worn' },
      { condition: 'damaged' },
      {},
    ])
    expect(await idsFor({ surplusAbove: 2 })).toEqual([worn, damaged])
    expect(await idsFor({ surplusAbove: 3 })).toEqual([damaged])
    valueOf(await clerk.client.copies.setStatus({ copyIds: [good ?? 0], status: 'missing' }))
    expect(await idsFor({ surplusAbove: 3 })).toEqual([good])
    valueOf(await clerk.client.copies.setStatus({ copyIds: [damaged ?? 0], status: 'on_loan' }))
    expect(await idsFor({ surplusAbove: 1 })).toEqual(expect.arrayContaining([good, worn, alsoGood]))
  })

  it('counts volumes of one title apart', async () => {
    await shelve(await title('Bộ sách'), [
      { enumeration: 'T.1' },
      { enumeration: 'T.2' },
      { enumeration: 'T.3' },
    ])
    expect(await idsFor({ surplusAbove: 1 })).toEqual([])
  })

  it('grow old by their class, with the narrowest rule first, but not serials', async () => {
    const [old] = await shelve(await title('Tin học 2015', { ddc: '004.6', publishedYear: 2015 }), [{}, {}])
    await shelve(await title('Tin học 2024', { ddc: '004.6', publishedYear: 2024 }), [{}])
    await shelve(await title('Văn học 1980', { ddc: '895.922', publishedYear: 1980 }), [{}])
    await shelve(await title('Báo 1990', { ddc: '005', publishedYear: 1990, material: 'serial' }), [{}])
    const { rows } = await candidates({ isOutdated: true })
    expect(rows).toMatchObject([
      { ground: 'outdated', reasons: [{ code: 'outdated', year: 2015, class: '004', years: 5 }] },
    ])
    expect(rows).toHaveLength(1)
    expect(await idsFor({ isOutdated: true, includesLast: true })).toContain(old)
    const ages = [{ from: '800', to: '899', years: 20 }]
    valueOf(await clerk.client.weeding.setRule({ intervalYears: 3, ages }))
    expect((await candidates({ isOutdated: true, includesLast: true })).rows).toMatchObject([
      { title: 'Văn học 1980' },
    ])
  })

  it('leave special classes, last copies and what is away alone, and say how many', async () => {
    const rare = await title('Sách Hán Nôm')
    await shelve(rare, [{ condition: 'damaged' }, { condition: 'damaged' }])
    valueOf(
      await clerk.client.catalogue.setClass({
        titleIds: [rare],
        class: 'rare',
        evidence: 'x',
        setOn: '2020-01-01',
      }),
    )
    const [, worse] = await shelve(await title('Chỉ hai bản'), [
      { condition: 'worn' },
      { condition: 'damaged' },
    ])
    const [away] = await shelve(await title('Đang mượn'), [{ condition: 'damaged' }, {}])
    valueOf(await clerk.client.copies.setStatus({ copyIds: [away ?? 0], status: 'on_loan' }))
    const rules: Rules = { conditions: ['worn', 'damaged'] }
    const found = await candidates(rules)
    expect(found.rows.map(({ copyId }) => copyId)).toEqual([worse])
    expect(found.leftOut).toMatchObject({ protected: 2, last: 1, away: 1 })
    expect((await idsFor({ ...rules, includesLast: true, includesProtected: true })).length).toBe(4)
  })

  it('missing copies are told by how long they have been missing', async () => {
    const [long, short] = await shelve(await title('Thất lạc'), [{}, {}, {}])
    const missing = async (id: number | undefined) =>
      valueOf(await clerk.client.copies.setStatus({ copyIds: [id ?? 0], status: 'missing' }))
    await missing(long)
    test.clock.nowMs = Date.parse('2028-02-01T02:00:00Z')
    clerk = await signInAgain()
    await missing(short)
    expect(await idsFor({ missingMonths: 0 })).toEqual([long, short])
    const { rows } = await candidates({ missingMonths: 12 })
    expect(rows).toMatchObject([{ copyId: long, ground: 'lost', reasons: [{ since: '2026-11-10' }] }])
  })

  it('outside the scope go by language or kind, within the part that is asked for', async () => {
    const [foreign] = await shelve(await title('Русский', { language: 'rus', ddc: '500' }), [{}, {}])
    await shelve(await title('English', { language: 'eng' }), [{}, {}])
    expect(await idsFor({ scopeLanguages: ['rus'] })).toEqual([(foreign ?? 0) + 1])
    expect(await idsFor({ scopeLanguages: ['rus', 'eng'], ddc: '5' })).toEqual([(foreign ?? 0) + 1])
    expect(await idsFor({ scopeLanguages: ['rus'], siteId: 404 })).toEqual([])
  })

  it('are set against a tenth of the stock of today', async () => {
    await plenty()
    const { share } = await candidates({ surplusAbove: 50 })
    expect(share).toEqual({ copies: 10, stock: 60, most: 6, isAboveLimit: true })
  })
})

async function signInAgain(): Promise<Person> {
  const person = test.stranger()
  await person.call('users.signIn', { username: 'user-cataloguer', password: 'mat-khau-thu' })
  return person
}

describe('a list', () => {
  it('is gathered by the rules with their reasons in words, and given back as a whole', async () => {
    await shelve(await title('Số đỏ'), [{}, {}, { condition: 'damaged' }])
    const { id } = await dossier()
    const rules: Rules = { surplusAbove: 2, conditions: ['damaged'] }
    const { output } = await finishedJob(clerk, 'weeding.gather', { id, rules })
    expect(output).toMatchObject({ added: 1 })
    expect(await items(id)).toMatchObject([
      { ground: 'damaged', reason: 'tình trạng: Hỏng; có 3 bản cùng tên, giữ lại 2 bản tốt nhất' },
    ])
    expect((await candidates(rules)).leftOut.inDossiers).toBe(1)
    expect((await finishedJob(clerk, 'weeding.gather', { id, rules })).error?.code).toBe('no_candidates')
    const { jobId } = output as { jobId: number }
    expect(valueOf(await clerk.client.weeding.undoGathering({ id, jobId }))).toEqual({ items: 1 })
    expect(await items(id)).toEqual([])
  })

  it('takes scanned copies, but none that is protected unless that is meant, nor one of another list', async () => {
    const [only] = await shelve(await title('Độc bản'), [{}])
    const [first, second] = await shelve(await title('Hai bản'), [{}, {}])
    const { id } = await dossier()
    expect(codeOf(await add(id, [only ?? 0]))).toBe('copy_last')
    expect(codeOf(await add(id, [first ?? 0, second ?? 0]))).toBe('copy_last')
    expect(valueOf(await add(id, [only ?? 0, first ?? 0], { isProtectedMeant: true }))).toMatchObject({
      added: 2,
      known: 0,
    })
    expect(valueOf(await add(id, [first ?? 0]))).toMatchObject({ added: 0, known: 1 })
    const other = await dossier('Đợt 2')
    const refused = await add(other.id, [first ?? 0])
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'copy_elsewhere', details: { name: 'Đợt 1' } },
    })
    expect((await record(other.id)).sameYear).toEqual({ dossiers: 1, copies: 2 })
  })

  it('loses a copy with a reason, and gets it back', async () => {
    const [first] = await shelve(await title('Hai bản'), [{}, {}])
    const { id } = await dossier()
    const { itemIds } = valueOf(await add(id, [first ?? 0]))
    valueOf(await clerk.client.weeding.dropItems({ id, itemIds, reason: 'Còn dùng' }))
    expect(await items(id, 'removed')).toMatchObject([{ dropReason: 'Còn dùng' }])
    valueOf(await clerk.client.weeding.restoreItems({ id, itemIds }))
    expect(await items(id)).toHaveLength(1)
  })
})

describe('the five papers', () => {
  async function ready(): Promise<number> {
    await plenty()
    const copyIds = await shelve(await title('Cũ nát'), [{}, {}, {}])
    const { id } = await dossier()
    valueOf(await add(id, copyIds.slice(0, 2)))
    return id
  }

  it('are signed in their order, none before the one it follows', async () => {
    const id = await ready()
    expect(codeOf(await sign(id, 'list'))).toBe('wrong_stage')
    valueOf(await sign(id, 'proposal'))
    expect(codeOf(await sign(id, 'list', '2026-09-30'))).toBe('before_previous')
    expect(codeOf(await sign(id, 'list', '2026-12-30'))).toBe('signed_in_future')
    valueOf(await sign(id, 'list'))
    expect(codeOf(await add(id, [1]))).toBe('list_closed')
    expect((await record(id)).stage).toBe('listed')
  })

  it('go back with a reason: later ones are unsigned, the list says again what the catalogue says', async () => {
    const id = await ready()
    for (const kind of ['proposal', 'list', 'council'] as const) valueOf(await sign(id, kind))
    const { rev } = await record(id)
    const back = { id, rev, to: 'proposed' as const, reason: 'Hội đồng yêu cầu lập lại' }
    valueOf(await clerk.client.weeding.goBack(back))
    const { papers, backReason, stage } = await record(id)
    expect({ stage, backReason }).toEqual({ stage: 'proposed', backReason: 'Hội đồng yêu cầu lập lại' })
    expect(papers.map(({ signedOn }) => signedOn !== null)).toEqual([true, false, false, false, false])
    expect(papers.find(({ kind }) => kind === 'council')?.content.members).toHaveLength(1)
  })

  it('take copies out of the stock at approval only, each ground by a line of the register', async () => {
    const id = await ready()
    const [first, second] = await items(id)
    valueOf(await clerk.client.weeding.changeItems({ id, itemIds: [second?.id ?? 0], ground: 'outdated' }))
    for (const kind of ['proposal', 'list', 'council'] as const) valueOf(await sign(id, kind))
    expect(valueOf(await clerk.client.copies.copy({ id: first?.copyId ?? 0 })).withdrawnOn).toBeNull()
    valueOf(await sign(id, 'minutes'))
    expect(valueOf(await approve(id))).toMatchObject({
      stage: 'approved',
      approvalNumber: '12/QĐ-SVH',
      withdrawnOn: '2026-10-06',
      keptUntil: '2031-10-06',
    })
    expect(valueOf(await clerk.client.copies.copy({ id: first?.copyId ?? 0 })).withdrawnOn).toBe('2026-10-06')
    const { withdrawals, share } = await record(id)
    expect(withdrawals.map(({ ground, copies }) => [ground, copies])).toEqual([
      ['outdated', 1],
      ['damaged', 1],
    ])
    expect(share).toMatchObject({ copies: 2, stock: 63 })
    const books = valueOf(await clerk.client.registers.books({}))
    expect(books.find(({ register }) => register === 'withdrawals')?.lines).toBe(2)
  })

  it('keep what the council struck off in the stock', async () => {
    const id = await ready()
    for (const kind of ['proposal', 'list', 'council'] as const) valueOf(await sign(id, kind))
    const [struck] = await items(id)
    const drop = { id, itemIds: [struck?.id ?? 0], reason: 'Tài liệu còn giá trị' }
    valueOf(await clerk.client.weeding.dropItems(drop))
    valueOf(await sign(id, 'minutes'))
    valueOf(await approve(id))
    expect(valueOf(await clerk.client.copies.copy({ id: struck?.copyId ?? 0 })).withdrawnOn).toBeNull()
    expect(await items(id, 'struck')).toMatchObject([{ dropReason: 'Tài liệu còn giá trị' }])
  })

  it('refuse a tenth and more unless it is meant', async () => {
    const copyIds = await plenty()
    const { id } = await dossier()
    valueOf(await add(id, copyIds.slice(0, 10)))
    expect(await sign(id, 'proposal', '2026-10-01', '')).toMatchObject({
      error: { code: 'above_limit_unexplained', details: { copies: 10, stock: 60, most: 6 } },
    })
    const reasons = async () => (await record(id)).papers.map(({ content }) => content.aboveLimitReason)
    const why = 'Kho bị ngập'
    valueOf(await sign(id, 'proposal'))
    expect(await reasons()).toEqual([why, why, '', why, ''])
    for (const kind of ['list', 'council', 'minutes'] as const) valueOf(await sign(id, kind))
    expect(await approve(id)).toMatchObject({
      error: { code: 'above_limit', details: { copies: 10, most: 6 } },
    })
    expect((await record(id)).stage).toBe('appraised')
    expect(valueOf(await approve(id, { isAboveLimitMeant: true })).stage).toBe('approved')
  })

  it('are printed the same for ever once signed, whatever becomes of the catalogue', async () => {
    const id = await ready()
    await signAll(id)
    const text = async (kind: string) => {
      const { output } = await finishedJob(clerk, 'weeding.produce', { id, kind, format: 'xlsx' })
      const { file } = output as { file: { token: string } }
      return createExchange(test.engine.dataDir).pathOf(file.token) !== null
    }
    expect(await text('list')).toBe(true)
    const paper = test.engine.connection.raw
      .prepare("select paper, paperHash from weedingPaper where kind = 'list'")
      .get() as { paper: string; paperHash: string }
    const [item] = await items(id)
    const copy = valueOf(await clerk.client.copies.copy({ id: item?.copyId ?? 0 }))
    valueOf(await clerk.client.catalogue.updateTitle({ id: copy.titleId, rev: 1, title: 'Tên khác hẳn' }))
    expect((await items(id))[0]?.title).toBe('Cũ nát')
    expect(paper.paperHash).toMatch(/^[0-9a-f]{64}$/)
    expect(paper.paper).not.toContain('Cũ nát')
  })

  it('may be destroyed when their five years are over, and not before', async () => {
    const id = await ready()
    await signAll(id)
    const { rev } = valueOf(await approve(id))
    const destroy = (on: string, at = rev) =>
      clerk.client.weeding.setDestroyed({ id, rev: at, on, note: 'Biên bản hủy số 1' })
    expect(await destroy('2026-11-10')).toMatchObject({
      error: { code: 'still_kept', details: { until: '06/10/2031' } },
    })
    expect(valueOf(await clerk.client.weeding.standing({}))).toMatchObject({
      lastOn: '2026-10-06',
      expired: 0,
    })
    test.clock.nowMs = Date.parse('2031-10-07T02:00:00Z')
    clerk = await signInAgain()
    expect(valueOf(await clerk.client.weeding.list({ view: 'expired' })).rows).toHaveLength(1)
    const destroyed = valueOf(
      await clerk.client.weeding.setDestroyed({ id, rev, on: '2031-10-07', note: '' }),
    )
    expect(destroyed.destroyedOn).toBe('2031-10-07')
    expect(valueOf(await clerk.client.weeding.standing({})).expired).toBe(0)
    const undone = { id, rev: destroyed.rev, on: null }
    expect(valueOf(await clerk.client.weeding.setDestroyed(undone)).destroyedOn).toBeNull()
  })

  it('keep a picture of what was signed, and notice when it was altered', async () => {
    const proposal = { id: await ready(), kind: 'proposal' } as const
    const exchange = createExchange(test.engine.dataDir)
    const attach = async (bytes: string, name = 'to-trinh.pdf') =>
      finishedJob(clerk, 'weeding.attachScan', {
        ...proposal,
        file: await exchange.offer(name, Buffer.from(bytes)),
      })
    expect((await attach('<html>', 'x.pdf')).error?.code).toBe('not_a_scan')
    expect((await attach('%PDF-1.7 ký')).output).toMatchObject({ scan: { name: 'to-trinh.pdf', size: 12 } })
    const open = () => finishedJob(clerk, 'weeding.openScan', proposal)
    expect((await open()).state).toBe('done')
    const folder = `${test.engine.dataDir}/papers`
    writeFileSync(`${folder}/${readdirSync(folder)[0]}`, '%PDF-1.7 khác')
    expect((await open()).error?.code).toBe('scan_damaged')
    valueOf(await clerk.client.weeding.removeScan(proposal))
    expect((await open()).error?.code).toBe('scan_not_found')
  })
})

describe('the journal', () => {
  it('knows of papers that they changed, and no name of anybody', async () => {
    await plenty()
    const { id } = await dossier()
    const copyIds = await shelve(await title('Cũ'), [{}, {}])
    valueOf(await add(id, copyIds.slice(0, 1)))
    await signAll(id)
    const rows = test.engine.connection.raw
      .prepare("select after from journalRow where tableName = 'weedingPaper'")
      .all()
    expect(JSON.stringify(rows)).toContain('~content')
    expect(JSON.stringify(rows)).not.toContain('Trần Văn Chủ')
  })
})

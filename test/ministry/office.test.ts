import { readXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import { addAccount } from '../../ministry/office/accounts.ts'
import type {
  Brought,
  CodeRow,
  ConflictRow,
  LibraryRecord,
  Me,
  PackageRecord,
  PeriodRow,
  ReportRow,
  SeriesPoint,
  Totals,
} from '../../ministry/office/contract.ts'
import { allFigures, askToEnrol, bring, enrol, newLibrary, packageOf, refusalOf } from './support/library.ts'
import { databases, newCode, newPlace, startReceiver, type Running } from './support/receiver.ts'

const password = 'một mật khẩu dài'
const period = { from: '2026-07-01', to: '2026-09-30' }
const inQuery = new URLSearchParams(period).toString()

/** As the page asks: with its header and the cookie of the sign-in. */
async function signedIn({ url }: Running, name: string) {
  const own = { 'x-khosach-office': '1', 'Content-Type': 'application/json' }
  const response = await fetch(`${url}/office/session`, {
    method: 'POST',
    headers: own,
    body: JSON.stringify({ name, password }),
  })
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const sent = body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body)
    return fetch(`${url}/office${path}`, {
      method,
      headers: {
        Cookie: cookie,
        'x-khosach-office': '1',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: sent }),
    })
  }
  const read = async <Value>(path: string) => (await (await call('GET', path)).json()) as Value
  return { response, call, read }
}

describe.each(databases)('the office on %s', (database) => {
  async function opened() {
    const running = await startReceiver(await newPlace(database))
    await addAccount(running.receiver, { name: 'Lan', role: 'administrator', password }, '-')
    await addAccount(running.receiver, { name: 'Minh', role: 'reader', password }, '-')
    return { running, url: running.url, lan: await signedIn(running, 'Lan') }
  }

  it('lets in who is signed in, and changes only what an administrator asks from its own page', async () => {
    const { running, url, lan } = await opened()
    expect(lan.response.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/)
    expect(await lan.read<Me>('/session')).toMatchObject({
      name: 'Lan',
      role: 'administrator',
      today: '2026-10-05',
    })
    expect((await fetch(`${url}/office/periods`)).status).toBe(401)
    const code = { note: 'Lâm Đồng', libraryId: null }
    expect((await lan.call('POST', '/codes', code)).status).toBe(200)
    expect((await lan.call('POST', '/codes', code, { 'x-khosach-office': '' })).status).toBe(400)
    expect((await lan.call('POST', '/codes', code, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(400)
    const minh = await signedIn(running, 'Minh')
    expect((await minh.call('GET', '/codes')).status).toBe(200)
    expect((await minh.call('POST', '/codes', code)).status).toBe(403)
    expect((await minh.call('DELETE', '/session')).status).toBe(200)
    expect((await minh.call('GET', '/codes')).status).toBe(401)
  })

  it('lets nobody in any more whose account was disabled, and takes a code back that nobody has used', async () => {
    const { running, url, lan } = await opened()
    const minh = await signedIn(running, 'Minh')
    expect((await lan.call('PUT', '/accounts/Minh', { isDisabled: true })).status).toBe(200)
    expect((await minh.call('GET', '/codes')).status).toBe(401)
    expect((await signedIn(running, 'Minh')).response.status).toBe(401)
    expect((await lan.call('PUT', '/accounts/Lan', { isDisabled: true })).status).toBe(409)
    expect((await lan.call('PUT', '/accounts/Minh', { isDisabled: false })).status).toBe(200)
    expect((await signedIn(running, 'Minh')).response.status).toBe(200)
    const code = await newCode(running)
    const [row] = await lan.read<CodeRow[]>('/codes')
    expect((await lan.call('DELETE', `/codes/${row?.codeHash}`)).status).toBe(200)
    expect((await askToEnrol(url, newLibrary(), code)).status).not.toBe(200)
    const used = await newCode(running)
    await enrol(url, newLibrary(), used)
    const [other] = await lan.read<CodeRow[]>('/codes')
    expect((await lan.call('DELETE', `/codes/${other?.codeHash}`)).status).toBe(409)
  })

  it('names the package that a later one says came before it', async () => {
    const { running, url, lan } = await opened()
    const library = newLibrary()
    await enrol(url, library, await newCode(running))
    const first = packageOf(library, { quarter: { year: 2026, quarter: 2 } })
    const second = packageOf(library, { previousHash: first.hash })
    await bring(url, second.bytes)
    const gaps = async () => (await lan.read<LibraryRecord>(`/libraries/${library.codes.id}`)).gaps.previous
    expect(await gaps()).toEqual([{ ...period, hash: first.hash }])
    await bring(url, first.bytes)
    expect(await gaps()).toEqual([])
  })

  it('tells a wrong password from nothing, and signs all out when it is changed', async () => {
    const { running, url, lan } = await opened()
    const wrong = await fetch(`${url}/office/session`, {
      method: 'POST',
      headers: { 'x-khosach-office': '1', 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 'Lan', password: 'khác' }),
    })
    expect(await refusalOf(wrong)).toEqual([401, 'wrong_signature'])
    const next = 'một mật khẩu khác'
    expect((await lan.call('PUT', '/password', { current: password, next })).status).toBe(200)
    expect((await lan.call('GET', '/session')).status).toBe(401)
    const acts = await running.receiver.store.db
      .selectFrom('auditEntry')
      .select('act')
      .orderBy('id')
      .execute()
    expect(acts.map(({ act }) => act)).toEqual(['account', 'account', 'sign_in', 'sign_in_failed', 'account'])
  })

  it('says who has reported, who is late and what all add up to', async () => {
    const { running, url, lan } = await opened()
    const dalat = newLibrary()
    const binhduong = newLibrary('79', '74', '=HYPERLINK("x") Thư viện, "Bình Dương"')
    const saigon = newLibrary('79', '79', 'Thư viện Khoa học Tổng hợp')
    for (const library of [dalat, binhduong, saigon]) await enrol(url, library, await newCode(running))
    await lan.call('PUT', '/periods', { ...period, dueOn: '2026-10-03', note: '' })
    await bring(url, packageOf(dalat).bytes)
    await bring(url, packageOf(binhduong, { figures: allFigures(2) }).bytes)
    await bring(
      url,
      packageOf(binhduong, { quarter: { year: 2026, quarter: 2 }, figures: allFigures(4) }).bytes,
    )
    expect(await lan.read<PeriodRow[]>('/periods')).toEqual([
      { ...period, dueOn: '2026-10-03', libraries: 3, reported: 2, conflicts: 0 },
      { from: '2026-04-01', to: '2026-06-30', dueOn: null, libraries: 3, reported: 1, conflicts: 0 },
    ])
    const reports = await lan.read<ReportRow[]>(`/reports?${inQuery}`)
    expect(new Map(reports.map(({ libraryId, state }) => [libraryId, state]))).toEqual(
      new Map([
        [dalat.codes.id, 'received'],
        [binhduong.codes.id, 'received'],
        [saigon.codes.id, 'late'],
      ]),
    )
    const totals = await lan.read<Totals>(`/totals?${inQuery}&by=formerProvince`)
    expect([totals.reported, totals.libraries]).toEqual([2, 3])
    expect(totals.rows.map(({ place, libraries, values }) => [place, libraries, values['g.1']])).toEqual([
      ['67', 1, 1000],
      ['74', 1, 2000],
    ])
    expect([totals.sums['g.1'], totals.given['g.1']]).toEqual([3000, 2])
    expect(await lan.read<SeriesPoint[]>('/series?code=g.1')).toEqual([
      { from: '2026-04-01', to: '2026-06-30', sum: 4000, libraries: 1 },
      { ...period, sum: 3000, libraries: 2 },
    ])
    const csv = Buffer.from(
      await (await lan.call('GET', `/export?${inQuery}&what=reports&format=csv`)).arrayBuffer(),
    )
    expect(csv.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(csv.toString()).toContain(`"'=HYPERLINK(""x"") Thư viện, ""Bình Dương"""`)
    const xlsx = await (await lan.call('GET', `/export?${inQuery}&what=reports&format=xlsx`)).arrayBuffer()
    const sheet = (await readXlsx(new Uint8Array(xlsx))).sheets[0]
    expect(sheet?.rows.map((row) => row[1])).toContain('=HYPERLINK("x") Thư viện, "Bình Dương"')
    expect(JSON.stringify(sheet?.cells ? [...sheet.cells.values()] : [])).not.toContain('"formula"')
    const sums = await (await lan.call('GET', `/export?${inQuery}&what=totals&format=csv`)).text()
    expect(sums).toContain('\r\ng.1,"Thư viện, phòng đọc, tủ sách công cộng",điểm,2,3000,1000,2000\r\n')
  })

  it('shows what changed in a number, and decides what two copies said otherwise', async () => {
    const { running, url, lan } = await opened()
    const library = newLibrary()
    await enrol(url, library, await newCode(running))
    const first = packageOf(library)
    const [head, ...rest] = allFigures(1)
    const second = packageOf(library, {
      revision: 2,
      figures: head ? [{ ...head, value: 7 } as typeof head, ...rest] : [],
    })
    const rival = packageOf(library, { revision: 2, figures: allFigures(9) })
    for (const made of [first, second, rival]) await bring(url, made.bytes)
    const record = await lan.read<PackageRecord>(`/packages/${second.hash}`)
    expect(record.beforeHash).toBe(first.hash)
    const changed = record.figures.filter(({ value, before }) => before?.value !== value)
    expect(changed).toEqual(
      [{ ...head, value: 7, before: head }].map((row) => expect.objectContaining({ value: row.value })),
    )
    const [conflict] = await lan.read<ConflictRow[]>('/conflicts')
    expect(conflict).toMatchObject({
      hashes: [second.hash, rival.hash],
      countedHash: second.hash,
      decidedAt: null,
    })
    const decision = { chosenHash: rival.hash, reason: 'Thư viện xác nhận qua điện thoại' }
    expect((await lan.call('POST', `/conflicts/${conflict?.id}`, decision)).status).toBe(200)
    expect((await lan.call('POST', `/conflicts/${conflict?.id}`, decision)).status).toBe(409)
    const own = await lan.read<LibraryRecord>(`/libraries/${library.codes.id}`)
    expect(own.packages.filter(({ isCounted }) => isCounted).map(({ hash }) => hash)).toEqual([rival.hash])
    const receipt = await (await lan.call('GET', `/packages/${rival.hash}/receipt`)).text()
    expect(receipt).toBe(await (await bring(url, rival.bytes)).text())
  })

  it('takes the files of a stick one by one and names what is none', async () => {
    const { running, url, lan } = await opened()
    const libraries = [
      newLibrary(),
      newLibrary('01', '01', 'Thư viện Hà Nội'),
      newLibrary('79', '79', 'Không ghi danh'),
    ]
    for (const library of libraries.slice(0, 2)) await enrol(url, library, await newCode(running))
    const files = [
      ...libraries.map((library) => packageOf(library).bytes),
      Buffer.from('%PDF-1.4'),
      Buffer.alloc(0),
    ]
    const brought: Brought[] = []
    for (const [at, bytes] of files.entries()) {
      const headers = { 'Content-Type': 'application/octet-stream' }
      const response = await lan.call('POST', `/packages?name=${at}`, new Uint8Array(bytes), headers)
      brought.push((await response.json()) as Brought)
    }
    expect(brought.map(({ outcome, refusal }) => outcome ?? refusal)).toEqual([
      'accepted',
      'accepted',
      'not_enrolled',
      'not_a_package',
      'not_a_package',
    ])
  })

  it('tells who watches it how it does, in numbers alone', async () => {
    const { running, url } = await opened()
    const library = newLibrary()
    await enrol(url, library, await newCode(running))
    await bring(url, packageOf(library).bytes)
    await bring(url, Buffer.from('x'))
    expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ status: 'ok' })
    const metrics = await (await fetch(`${url}/metrics`)).text()
    expect(metrics).toContain('khosach_packages_total{outcome="accepted"} 1\n')
    expect(metrics).toContain('khosach_refusals_total{code="not_a_package"} 1\n')
    expect(metrics).toContain('khosach_rows{table="package"} 1\n')
    expect(metrics).not.toContain(library.codes.name)
  })
})

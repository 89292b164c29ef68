import { execFile } from 'node:child_process'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Reply } from '../../shared/contract.ts'
import { openPipe } from '../../db/host/pipe.ts'
import { startHost, type Host } from '../../db/host/host.ts'
import { testFolder, testPassword, writeTestFile } from '../support/engine.ts'
import { writeMarcFile } from '../support/marc-file.ts'
import { prepareFolder, restoreInto, usernameOf } from '../support/prepared.ts'

let host: Host
let pipe: ReturnType<typeof openPipe>
let prepared: string

beforeAll(async () => {
  prepared = await prepareFolder()
  host = startHost({
    dataDir: testFolder(),
    workerUrl: new URL('../../db/host/worker.ts', import.meta.url),
    actsByItself: false,
  })
  await host.opened()
  pipe = openPipe(host, () => '')
})
afterAll(async () => {
  await pipe.close()
  await host.close()
})

describe('the command line as a process', () => {
  const script = fileURLToPath(new URL('../../db/host/cli.ts', import.meta.url))

  function printed(
    args: string[],
    env: Record<string, string> = {},
  ): Promise<{ stdout: string; exitCode: number }> {
    return new Promise((resolve) => {
      execFile(process.execPath, [script, ...args], { env: { ...process.env, ...env } }, (error, stdout) =>
        resolve({ stdout, exitCode: Number(error?.code ?? 0) }),
      )
    })
  }
  async function run(args: string[], env: Record<string, string> = {}) {
    const { stdout, exitCode } = await printed(args, env)
    return { reply: JSON.parse(stdout) as Reply, exitCode }
  }
  function credentials(role: 'administrator' | 'reader' | 'director') {
    return { KHOSACH_USER: usernameOf(role), KHOSACH_PASSWORD: testPassword }
  }
  const called = (
    operation: string,
    input: unknown,
    env?: Record<string, string>,
    json = JSON.stringify(input),
  ) => run(['call', operation, json, '--data', host.dataDir], env)

  it('answers a query, runs a job to its end and says no with exit code 1', async () => {
    await restoreInto(host.dataDir, prepared)
    const session = await called('users.session', {}, credentials('reader'))
    expect(session).toMatchObject({ exitCode: 0, reply: { ok: true, value: { user: { role: 'reader' } } } })
    const filled = await called('demo.fill', { titles: 20 }, credentials('administrator'))
    expect(filled).toEqual({ exitCode: 0, reply: { ok: true, value: { titles: 20 } } })
    const refused = await called('users.list', {}, credentials('reader'))
    expect(refused).toMatchObject({ exitCode: 1, reply: { ok: false, error: { code: 'forbidden' } } })
    const mistyped = await called('users.list', {}, { ...credentials('reader'), KHOSACH_PASSWORD: 'sai' })
    expect(mistyped).toMatchObject({ exitCode: 1, reply: { error: { code: 'wrong_credentials' } } })
  })

  it('opens a folder that no program holds, and leaves it free', async () => {
    const dataDir = await prepareFolder()
    const args = ['call', 'journal.verifyChain', '{}', '--data', dataDir]
    for (const time of ['first', 'again']) {
      const { reply, exitCode } = await run(args, credentials('director'))
      expect(reply, time).toMatchObject({ ok: true, value: { isWhole: true, firstFault: null } })
      expect(exitCode).toBe(0)
    }
  })

  it('holds a file of a report against what was signed, and says no with exit code 1', async () => {
    await restoreInto(host.dataDir, prepared)
    const director = credentials('director')
    const data = ['--data', host.dataDir]
    const password = testPassword
    await called('reports.openPeriod', { period: '2020-Q1' }, director)
    await called('reports.check', { id: 1, rev: 1, password }, director)
    await called('reports.sign', { id: 1, rev: 2, password }, director)
    const out = join(testFolder(), 'bao-cao')
    await run(['report', '2020-Q1', '--format', 'docx', '--out', out, ...data], director)
    const file = join(out, 'bao-cao-2020-Q1.docx')
    const intact = await run(['verify-report', file, ...data], director)
    expect(intact).toMatchObject({ exitCode: 0, reply: { ok: true, value: { verdict: 'intact' } } })
    writeFileSync(file, readFileSync(file).subarray(0, 5000))
    const torn = await run(['verify-report', file, ...data], director)
    expect(torn).toMatchObject({ exitCode: 1, reply: { ok: false, error: { code: 'unreadable' } } })
  })

  it('writes the report of a quarter in every format, and tells its figures', async () => {
    await restoreInto(host.dataDir, prepared)
    const administrator = credentials('administrator')
    const data = ['--data', host.dataDir]
    const out = join(testFolder(), 'bao-cao')
    const missing = await run(['report', '2020-Q1', '--out', out, ...data], administrator)
    expect(missing).toMatchObject({ exitCode: 1, reply: { error: { code: 'period_not_found' } } })
    await called('reports.openPeriod', { period: '2020-Q1' }, administrator)
    const written = await run(['report', '2020-Q1', '--out', out, ...data], administrator)
    const files = ['docx', 'xlsx', 'pdf'].map((format) => join(out, `bao-cao-2020-Q1.${format}`))
    expect(written).toEqual({ exitCode: 0, reply: { ok: true, value: { files } } })
    for (const file of files) expect(statSync(file).size).toBeGreaterThan(1000)
    const told = await run(['indicators', '2020-Q1', ...data], administrator)
    expect(told).toMatchObject({
      exitCode: 0,
      reply: { value: { on: '2020-03-31', values: expect.any(Array) } },
    })
    const mistyped = await run(['report', '2020-Q5', '--out', out, ...data], administrator)
    expect(mistyped).toMatchObject({ exitCode: 1, reply: { error: { code: 'invalid_input' } } })
  })

  it('exports titles, or everything, into a file, and says what came of it', async () => {
    await restoreInto(host.dataDir, prepared)
    const administrator = credentials('administrator')
    const exported = (out: string, format: string, ...more: string[]) =>
      run(['export', out, '--format', format, '--data', host.dataDir, ...more], administrator)
    await called('demo.fill', { titles: 20 }, administrator)
    const out = join(testFolder(), 'muc-luc.mrc')
    const written = await exported(out, 'iso2709', '--copies', '952')
    const told = { out, size: statSync(out).size, titles: 20, leftOut: 0, problemCount: 0, problems: [] }
    expect(written).toEqual({ exitCode: 0, reply: { ok: true, value: told } })
    const zip = join(testFolder(), 'tat-ca.zip')
    expect(await exported(zip, 'everything')).toMatchObject({
      exitCode: 0,
      reply: { ok: true, value: { out: zip, size: statSync(zip).size, titles: 20 } },
    })
    expect(await exported(out, 'ris', '--query', 'không có')).toMatchObject({
      exitCode: 1,
      reply: { error: { code: 'nothing_to_export' } },
    })
    expect(await exported(out, 'word')).toMatchObject({ reply: { error: { code: 'invalid_input' } } })
  })

  it('looks at files to import and leaves nothing, or brings them in', async () => {
    await restoreInto(host.dataDir, prepared)
    const administrator = credentials('administrator')
    const file = join(testFolder(), 'sach.mrc')
    writeMarcFile(file, 3, 1)
    const imported = (...more: string[]) =>
      run(['import', file, '--data', host.dataDir, ...more], administrator)
    const runs = async () => (await called('interchange.runs', {}, administrator)).reply
    expect(await imported('--dry-run')).toMatchObject({
      exitCode: 0,
      reply: { ok: true, value: { state: 'staged' } },
    })
    expect(await runs()).toMatchObject({ ok: true, value: { rows: [] } })
    expect(await imported()).toMatchObject({ exitCode: 0, reply: { ok: true, value: { state: 'written' } } })
  })

  it('tells how the PC is, with exit code 1 where a finding is grave', async () => {
    await restoreInto(host.dataDir, prepared)
    const administrator = credentials('administrator')
    const data = ['--data', host.dataDir]
    const never = await run(['health', ...data], administrator)
    expect(never).toMatchObject({ exitCode: 1, reply: { error: { code: 'findings_bad' } } })
    await called('backup.make', {}, administrator)
    const { exitCode, reply } = await run(['health', ...data], administrator)
    expect(reply).toMatchObject({ ok: true, value: { machine: { folder: host.dataDir } } })
    expect(exitCode).toBe(0)
    expect(await run(['health', ...data], credentials('reader'))).toMatchObject({
      exitCode: 1,
      reply: { error: { code: 'forbidden' } },
    })
  })

  it('tries the PC, and writes the one file for whoever helps', async () => {
    await restoreInto(host.dataDir, prepared)
    const administrator = credentials('administrator')
    const data = ['--data', host.dataDir]
    const tried = await run(['benchmark', ...data], administrator)
    const isUnfit = !tried.reply.ok
    expect(tried.exitCode).toBe(isUnfit ? 1 : 0)
    expect(tried.reply).toMatchObject(
      isUnfit
        ? { error: { code: 'pc_unfit', details: { fitness: { verdict: 'unfit' } } } }
        : { value: { trial: { memory: expect.any(Number) } } },
    )
    const out = join(testFolder(), 'chan-doan.txt')
    const written = await run(['diagnose', '--out', out, ...data], administrator)
    const { size } = statSync(out)
    expect(written).toEqual({ exitCode: 0, reply: { ok: true, value: { out, size } } })
    expect(size).toBeLessThan(2 ** 20)
    expect(readFileSync(out, 'utf8')).toContain('KHO SÁCH – TỆP CHẨN ĐOÁN')
    expect(await run(['diagnose', ...data], administrator)).toMatchObject({
      exitCode: 1,
      reply: { error: { code: 'unknown_operation' } },
    })
  })

  it('says how it is used', async () => {
    for (const [asked, code] of [
      [['--help'], 0],
      [[], 2],
    ] as const) {
      const { stdout, exitCode } = await printed([...asked])
      expect(stdout).toContain('call OPERATION [JSON] --data DIR')
      expect(exitCode).toBe(code)
    }
    expect(await run(['fly'])).toMatchObject({ exitCode: 1, reply: { error: { code: 'unknown_operation' } } })
    expect(await called('users.session', undefined, {}, '{"a": 1,, "b": 2}')).toMatchObject({
      exitCode: 1,
      reply: { error: { code: 'invalid_input', details: { json: expect.stringContaining('position 8') } } },
    })
    expect(await run(['verify', writeTestFile('x', 'x')])).toMatchObject({
      reply: { error: { code: 'not_a_package' } },
    })
    expect(await run(['verify', '/nowhere/x'])).toMatchObject({ reply: { error: { code: 'file_gone' } } })
  })
})

import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Tries the installed program; `.github/workflows/windows.yml` calls it. */
const install = 'C:\\KhoSach'
const data = 'C:\\ProgramData\\KhoSach'
const [user, password] = ['admin', 'một mật khẩu đủ dài']

type Reply = { ok: boolean; value?: { state?: string; problems?: unknown[] } }

function khosach(words: string[], asUser: boolean): Reply {
  const env = asUser ? { KHOSACH_USER: user, KHOSACH_PASSWORD: password } : {}
  const { stdout, stderr } = spawnSync('cmd.exe', ['/c', join(install, 'khosach.cmd'), '--stdin'], {
    input: JSON.stringify(words),
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 120_000,
  })
  console.log(words.join(' '), '→', stdout.trim(), stderr.trim())
  const reply: Reply = JSON.parse(stdout)
  return reply
}

function must(isTrue: boolean, what: string): void {
  if (!isTrue) throw new Error(what)
}

function setUp(): void {
  const library = {
    libraryName: 'Thư viện tỉnh thử nghiệm',
    provinceCode: '01',
    formerProvinceCode: '01',
    site: '',
    language: 'vi',
    name: 'Nguyễn Thị Ánh',
    username: user,
    password,
  }
  must(khosach(['call', 'users.setUp', JSON.stringify(library)], false).ok, 'the command was refused')
  must(existsSync(join(data, 'library.db')), 'the library is not where the policy says')
}

function isSignedIn(): boolean {
  return khosach(['call', 'users.session', '{}'], true).value?.state === 'signed_in'
}

async function throughWindow(): Promise<void> {
  const program = spawn(join(install, 'KhoSach.exe'), { stdio: 'ignore', detached: true })
  try {
    for (let tries = 0; tries < 60 && !existsSync(join(data, 'pipe')); tries += 1) await wait(1000)
    must(existsSync(join(data, 'pipe')), 'the window did not open the library')
    must(isSignedIn(), 'the open program did not answer')
  } finally {
    spawnSync('taskkill', ['/T', '/PID', String(program.pid)])
    await wait(3000)
    spawnSync('taskkill', ['/F', '/T', '/PID', String(program.pid)])
  }
}

const tests: Record<string, () => void | Promise<void>> = {
  'self-test': () => must(khosach(['self-test', '--whole'], false).ok, 'files are missing or changed'),
  cli() {
    setUp()
    must(isSignedIn(), 'the query was refused')
  },
  window: throughWindow,
}

await tests[process.argv[2] ?? '']?.()

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pack } from '../../../db/backup/pack.ts'
import { newEncryption, sealerFor } from '../../../db/backup/sealing.ts'
import { openConnection } from '../../../db/connection.ts'
import { testFolder, testPassword } from '../../support/engine.ts'
import { by, type ExamplesOf, type Given } from '../example.ts'
import { places } from './backup-places.ts'
import { busy, rules } from './backup-rules.ts'

const made = by('director', 'backup.make', {})
const found = by('administrator', 'backup.found', {})
const proven = by('administrator', 'backup.prove', ({ values }) => ({ path: pathIn(values[1]) }))
const again = ({ values }: Given) => ({ path: pathIn(values[1]), password: testPassword })
const mistyped = by('administrator', 'backup.restore', ({ values }) => ({
  path: pathIn(values[1]),
  password: 'sai',
}))
const running =
  "insert into job (operation, input, state, startedAt) values ('demo.fill', '{}', 'running', '2026-01-01T00:00:00.000Z')"

const altered = ['drop trigger journalRow_no_update', "update journalRow set after = '{}' where id = 1"]

/** A stick with one copy on it. */
function stick(): string {
  const folder = testFolder()
  writeFileSync(join(folder, 'kho-sach-2026.db'), '')
  return folder
}

/** What looks like a database and is torn. */
function damagedCopy(): string {
  const path = join(testFolder(), 'kho-sach-hong.db')
  writeFileSync(path, `SQLite format 3\0${'x'.repeat(5000)}`)
  return path
}

const sealedCopy = await encryptedCopy()

async function encryptedCopy(): Promise<string> {
  const folder = testFolder()
  const [plain, path] = [join(folder, 'a.db'), join(folder, 'kho-sach-kin.db.zst.age')]
  writeFileSync(plain, 'dữ liệu')
  const sealer = await sealerFor(
    await newEncryption('câu mật khẩu đúng', { cost: 16, blockSize: 1, parallelization: 1 }),
  )
  await pack(plain, path, { sealer, isCompressed: true, told: () => undefined })
  return path
}

/** A library of a program that has come further. */
async function copyOfTomorrow(): Promise<string> {
  const path = join(testFolder(), 'kho-sach-moi.db')
  const { raw, close } = openConnection(path, { readonly: false })
  raw.exec('create table kysely_migration (name text, timestamp text)')
  raw.exec("insert into kysely_migration values ('9999-ngay-mai', '')")
  raw.pragma('journal_mode = DELETE')
  await close()
  return path
}

export const backup = {
  status: [
    {
      name: 'names the last copy that stood its test',
      as: 'reader',
      before: [made],
      input: {},
      answers: { backups: [{ id: 1 }], restorations: [] },
    },
  ],
  found: [
    {
      name: 'lists the copies of a folder',
      as: 'administrator',
      input: { folder: stick() },
      answers: { copies: [{ fileName: 'kho-sach-2026.db', hasFiles: false }] },
    },
    {
      name: 'is for whoever answers for the library',
      as: 'cataloguer',
      input: {},
      refuses: 'restore_not_allowed',
    },
    {
      name: 'names a folder that is not there',
      as: 'administrator',
      input: { folder: '/khong/co/thu-muc' },
      refuses: 'folder_not_found',
    },
    {
      name: 'is for anybody where there is no library yet',
      as: 'stranger',
      isFirstRun: true,
      input: { folder: stick() },
      answers: { copies: [{ hasFiles: false }] },
    },
  ],
  prove: [
    {
      name: 'restores a copy beside the library and says what it holds',
      as: 'administrator',
      before: [made, found],
      input: ({ values }) => ({ path: pathIn(values[1]) }),
      answers: { copy: { titles: 0 } },
    },
    {
      name: 'is for whoever answers for it',
      as: 'director',
      input: { path: '/a.db' },
      refuses: 'restore_not_allowed',
    },
    { name: 'needs a file', as: 'administrator', input: { path: '/khong/co.db' }, refuses: 'copy_not_found' },
    {
      name: 'takes no other file for a copy',
      as: 'administrator',
      input: { path: process.execPath },
      refuses: 'not_a_backup',
    },
    {
      name: 'finds what is torn',
      as: 'administrator',
      input: { path: damagedCopy() },
      refuses: 'copy_damaged',
    },
    {
      name: 'knows what a newer program has written',
      as: 'administrator',
      input: { path: await copyOfTomorrow() },
      refuses: 'copy_too_new',
    },
    {
      name: 'asks for the passphrase of an encrypted copy',
      as: 'administrator',
      input: { path: sealedCopy },
      refuses: 'passphrase_needed',
    },
    {
      name: 'says that it is another passphrase',
      as: 'administrator',
      input: { path: sealedCopy, passphrase: 'không phải câu này' },
      refuses: 'passphrase_wrong',
    },
  ],
  restore: [
    {
      name: 'puts in place what was proven',
      as: 'administrator',
      before: [made, found, proven],
      input: again,
      answers: { done: true },
    },
    {
      name: 'puts in place only what was proven',
      as: 'administrator',
      input: { path: '/a.db', password: 'x' },
      refuses: 'nothing_proven',
    },
    {
      name: 'is for whoever answers for it',
      as: 'director',
      input: { path: '/a.db' },
      refuses: 'restore_not_allowed',
    },
    {
      name: 'asks for the password',
      as: 'administrator',
      before: [made, found, proven],
      input: ({ values }) => ({ path: pathIn(values[1]), password: 'sai' }),
      refuses: 'wrong_credentials',
    },
    {
      name: 'cannot be guessed at',
      as: 'administrator',
      holdsSession: true,
      before: [made, found, proven, mistyped, mistyped, mistyped, mistyped, mistyped],
      input: again,
      refuses: 'throttled',
    },
    {
      name: 'waits for what is running',
      as: 'administrator',
      before: [made, found, proven],
      upset: [running],
      input: again,
      refuses: 'job_running',
    },
  ],
  setAside: [
    {
      name: 'leaves a library that opens where it is',
      as: 'administrator',
      input: {},
      answers: { done: true },
    },
  ],
  make: [
    {
      name: 'makes a copy and proves it',
      as: 'director',
      input: {},
      answers: { places: [{ placeId: 1, outcome: 'done' }] },
    },
    {
      name: 'keeps no copy of a journal that somebody has altered',
      as: 'director',
      upset: altered,
      input: {},
      refuses: 'copy_failed_proof',
    },
  ],
  makeByItself: [
    {
      name: 'copies nothing at a busy desk',
      as: 'stranger',
      before: [busy],
      input: {},
      answers: { places: [] },
    },
    {
      name: 'keeps no copy of a journal that somebody has altered',
      as: 'stranger',
      upset: altered,
      input: { isQuitting: true },
      refuses: 'copy_failed_proof',
    },
  ],
  ...places,
  ...rules,
} satisfies ExamplesOf<'backup'>

function pathIn(value: unknown): string {
  const { copies } = value as { copies: { path: string }[] }
  return copies[0]?.path ?? ''
}

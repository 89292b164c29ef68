import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, it } from 'vitest'
import { testFolder } from '../support/engine.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** What every snippet may use. */
const surroundings = `
import type { Client } from '${root}shared/client.ts'
import type { OperationName } from '${root}shared/contracts.ts'
import type { CommandsOf, JobsOf, QueriesOf } from '${root}db/context.ts'
import { by, type ExamplesOf } from '${root}test/contract/example.ts'
declare const client: Client
type Commands = CommandsOf<'jobs'>
type Cancel = Commands['cancel']
type TitleQuery = QueriesOf<'catalogue'>['title']
type Make = JobsOf<'backup'>['make']['run']
const done = { done: true } as const
`

/** Each guarantee with a line that compiles and the same line gone wrong. */
const guarantees: [name: string, right: string, wrong: string][] = [
  ['a handler cannot be missing', `const all: Commands = { cancel: () => done }`, `const all: Commands = {}`],
  [
    'a handler cannot belong to no operation',
    `const all: Commands = { cancel: () => done }`,
    `const all: Commands = { cancel: () => done, pause: () => done }`,
  ],
  [
    'a handler reads only its input',
    `const cancel: Cancel = ({ id }) => (void id, done)`,
    `const cancel: Cancel = ({ name }) => (void name, done)`,
  ],
  [
    'a handler answers its output',
    `const cancel: Cancel = () => done`,
    `const cancel: Cancel = () => ({ done: 'yes' })`,
  ],
  [
    'an answer lacks nothing',
    `const cancel: Cancel = async () => done`,
    `const cancel: Cancel = async () => ({})`,
  ],
  [
    'a handler refuses with a declared code',
    `const cancel: Cancel = (_, { fail }) => fail('job_not_found')`,
    `const cancel: Cancel = (_, { fail }) => fail('job_too_blue')`,
  ],
  [
    'a run refuses with a declared code',
    `const make: Make = (_, { fail }) => fail('copy_failed_proof')`,
    `const make: Make = (_, { fail }) => fail('title_not_found')`,
  ],
  [
    'a query cannot write',
    `const title: TitleQuery = (_, { db, fail }) => (db.selectFrom('title'), fail('title_not_found'))`,
    `const title: TitleQuery = (_, { db, fail }) => (db.insertInto('title'), fail('title_not_found'))`,
  ],
  [
    'a run writes through the writer only',
    `const make: Make = (_, { db, fail }) => (db.selectFrom('backup'), fail('internal'))`,
    `const make: Make = (_, { db, fail }) => (db.deleteFrom('backup'), fail('internal'))`,
  ],
  [
    'a column that does not exist cannot be asked for',
    `const title: TitleQuery = (_, { db, fail }) => (db.selectFrom('title').select('isbn'), fail('internal'))`,
    `const title: TitleQuery = (_, { db, fail }) => (db.selectFrom('title').select('isnb'), fail('internal'))`,
  ],
  [
    'a caller names a known operation',
    `void client.catalogue.search({})`,
    `void client.catalogue.serach({})`,
  ],
  ['a caller names a known module', `void client.catalogue.search({})`, `void client.catalog.search({})`],
  [
    'a caller gives the right input',
    `void client.catalogue.title({ id: 1 })`,
    `void client.catalogue.title({ id: '1' })`,
  ],
  [
    'a caller leaves nothing out',
    `void client.catalogue.title({ id: 1 })`,
    `void client.catalogue.title({})`,
  ],
  [
    'a caller looks at a reply before using its value',
    `void client.users.session({}).then((reply) => reply.ok && reply.value.state)`,
    `void client.users.session({}).then((reply) => reply.value.state)`,
  ],
  [
    'a caller expects only codes that can come',
    `void client.catalogue.title({ id: 1 }).then((reply) => !reply.ok && reply.error.code === 'title_not_found')`,
    `void client.catalogue.title({ id: 1 }).then((reply) => !reply.ok && reply.error.code === 'job_not_found')`,
  ],
  [
    'a run answers its number, not its outcome',
    `void client.backup.make({}).then((reply) => reply.ok && reply.value.jobId)`,
    `void client.backup.make({}).then((reply) => reply.ok && reply.value.fileName)`,
  ],
  [
    'a name of an operation is a known one',
    `const name: OperationName = 'jobs.cancel'`,
    `const name: OperationName = 'jobs.pause'`,
  ],
  [
    'an example has the input of its operation',
    `const step = by('desk', 'jobs.cancel', { id: 1 })`,
    `const step = by('desk', 'jobs.cancel', { name: 1 })`,
  ],
  [
    'an example refuses with a declared code',
    `const all: ExamplesOf<'backup'>['make'] = [{ name: '', as: 'desk', input: {}, refuses: 'copy_failed_proof' }]`,
    `const all: ExamplesOf<'backup'>['make'] = [{ name: '', as: 'desk', input: {}, refuses: 'not_empty' }]`,
  ],
  [
    'a module without an example of each operation is noticed',
    `const all: ExamplesOf<'demo'> = { fill: [{ name: '', as: 'desk', input: {}, answers: { titles: 1 } }] }`,
    `const all: ExamplesOf<'demo'> = { fill: [] }`,
  ],
]

const options = {
  extends: join(root, 'build/tsconfig.base.json'),
  compilerOptions: {
    composite: false,
    emitDeclarationOnly: false,
    noEmit: true,
    noUnusedLocals: false,
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
  },
  include: ['*.ts'],
}
let found: string

/** One run of the compiler over all the lines. */
beforeAll(async () => {
  const folder = testFolder()
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(options))
  guarantees.forEach(([, right, wrong], index) => {
    writeFileSync(join(folder, `right-${index}.ts`), `${surroundings}${right}\nexport {}\n`)
    writeFileSync(join(folder, `wrong-${index}.ts`), `${surroundings}${wrong}\nexport {}\n`)
  })
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  found = await new Promise((resolve) => {
    execFile(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], { cwd: folder }, (_, output) =>
      resolve(output),
    )
  })
}, 300_000)

const errorsIn = (file: string) => found.split('\n').filter((line) => line.startsWith(`${file}(`))

it('nothing but the wrong lines is wrong', () => {
  const others = found.split('\n').filter((line) => line.includes('error TS') && !line.startsWith('wrong-'))
  expect(others).toEqual([])
})

it.each(guarantees.map(([name], index) => ({ name, index })))('$name', ({ index }) => {
  const lastLine = surroundings.split('\n').length
  const errors = errorsIn(`wrong-${index}.ts`)
  expect(errors).not.toEqual([])
  expect(errors.filter((error) => !error.startsWith(`wrong-${index}.ts(${lastLine},`))).toEqual([])
})

import type { Client } from '../../shared/client.ts'
import type { Period } from '../../shared/reports/contract.ts'
import { createExchange } from '../../db/host/exchange.ts'
import { readFileSync } from 'node:fs'
import { finishedJob, testPassword, valueOf, type Person, type TestEngine } from './engine.ts'

export const summer = { period: '2026-Q3' }

/** Opens, checks and signs a report, of a quarter unless another period is asked for, as the two people who do so in a library. */
export async function signQuarter(test: TestEngine, asked = summer): Promise<Period> {
  const preparer = await test.as('activities')
  const director = await test.as('director')
  const opened = valueOf(await preparer.client.reports.openPeriod(asked))
  await answerDoubts(preparer.client, opened.id)
  const checked = valueOf(
    await preparer.client.reports.check({ id: opened.id, rev: opened.rev, password: testPassword }),
  )
  const { id, rev } = checked
  return valueOf(await director.client.reports.sign({ id, rev, password: testPassword }))
}

/** Says of everything that is unusual that it is so. */
export async function answerDoubts({ reports }: Client, id: number): Promise<void> {
  const { doubts } = valueOf(await reports.period({ id }))
  for (const { rule, code, details } of doubts)
    valueOf(await reports.explainDoubt({ id, rule, code, details, text: 'Đã xem lại, đúng là như vậy.' }))
}

/** Gives the library the code that a package names it by. */
export async function nameLibrary(test: TestEngine, changes: Record<string, string> = {}): Promise<void> {
  const administrator = await test.as('administrator')
  const { id: _, ...library } = valueOf(await administrator.client.settings.library({}))
  valueOf(await administrator.client.settings.setLibrary({ ...library, code: 'TV-01', ...changes }))
}

export const testPassphrase = 'câu mật khẩu để thử'

/** The key that packages are signed with, as a director makes it once. */
export async function makeKey(test: TestEngine): Promise<{ recoveryCode: string; fingerprint: string }> {
  const director = await test.as('director')
  return valueOf(await director.client.sync.makeKey({ passphrase: testPassphrase }))
}

/** Runs a job that leaves a file, and reads it. */
export async function fileFrom(
  { engine }: TestEngine,
  person: Person,
  operation: string,
  input: unknown,
): Promise<{ name: string; bytes: Buffer }> {
  const { state, output, error } = await finishedJob(person, operation, input)
  if (state !== 'done') throw new Error(`${operation} ${state}: ${JSON.stringify(error)}`)
  const { file } = output as { file: { token: string; name: string } }
  return { name: file.name, bytes: readFileSync(createExchange(engine.dataDir).pathOf(file.token) ?? '') }
}

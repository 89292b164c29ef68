import type { FileChooser, Page } from 'playwright-core'
import type { MarcRecord } from '../../../shared/catalogue/contract.ts'
import { readyProfile, type ImportRun, type RunOptions } from '../../../shared/interchange/contract.ts'
import type { Client } from '../../../shared/client.ts'
import type { Json } from '../../../shared/contract.ts'
import { writeTestFile, valueOf } from '../../support/engine.ts'
import { iso2709Of } from '../../support/marc-file.ts'
import { soon } from './see.ts'
import type { Stage } from './stage.ts'
import { vietnamese } from './words.ts'

export function marcBytes(records: readonly MarcRecord[]): Buffer {
  return Buffer.concat(records.map(iso2709Of))
}

/** A file on this PC, as somebody would have it on a stick. */
export function fileOf(name: string, bytes: Uint8Array): string {
  return writeTestFile(name, bytes)
}

/** Presses the button that opens the dialog of files, and chooses there. */
export async function chooseFiles(page: Page, press: () => Promise<void>, ...paths: string[]): Promise<void> {
  const [chooser]: [FileChooser, void] = await Promise.all([page.waitForEvent('filechooser'), press()])
  await chooser.setFiles(paths)
}

export async function pickImport(page: Page, ...paths: string[]): Promise<void> {
  const pick = page.getByRole('button', { name: vietnamese('interchange.files.pick'), exact: true })
  await chooseFiles(page, () => pick.click(), ...paths)
}

/** A run that somebody else has read on trial, from this file. */
export async function stagedRun(
  stage: Stage,
  client: Client,
  bytes: Uint8Array,
  options: Partial<Omit<RunOptions, 'profile'>> = {},
): Promise<ImportRun> {
  const ticket = await stage.host().exchange.admit(fileOf('Xuất từ hệ khác.mrc', bytes))
  const profile = readyProfile('koha', 'Koha')
  const { jobId } = valueOf(
    await client.interchange.stage({ files: [ticket], profile, effectiveOn: '2026-01-05', ...options }),
  )
  const { runId } = (await outputOf(client, jobId)) as { runId: number }
  return valueOf(await client.interchange.run({ id: runId }))
}

/** What a job answers, once it is done. */
export async function outputOf(client: Client, jobId: number): Promise<Json> {
  const job = async () => valueOf(await client.jobs.job({ id: jobId }))
  await soon(async () => (await job()).state).toBe('done')
  return (await job()).output
}

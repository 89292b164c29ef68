import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { TestEngine } from './engine.ts'
import { testFolder, valueOf } from './engine.ts'
import { tiffOf } from './images.ts'

/** A folder on the disk with these files in it. */
export function folderWith(
  files: Readonly<Record<string, Uint8Array | string>>,
  folder = testFolder(),
): string {
  for (const [path, contents] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), contents)
  }
  return folder
}

/** Pages as a scanner leaves them, each one different. */
export function scannedPages(count: number, code = 'SH000001'): Record<string, Buffer> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `${code}_${String(at + 1).padStart(4, '0')}.tif`,
      tiffOf({ tone: (x, y) => (x * (at + 3) + y * 13) % 256 }),
    ]),
  )
}

/** Writes over a file, leaving the day it was changed on as it was: as a failing disk does. */
export function spoil(path: string, contents: Uint8Array, modified: Date): void {
  writeFileSync(path, contents)
  utimesSync(path, modified, modified)
}

/** A job of digitization as its plan makes it. */
export async function scanJob(
  test: TestEngine,
  code = 'SH000001',
): Promise<{ titleId: number; jobId: number }> {
  const cataloguer = await test.as('cataloguer')
  const title = { title: 'Địa chí tỉnh', material: 'book' } as const
  const { id: titleId } = valueOf(await cataloguer.client.catalogue.addTitle(title))
  const { raw } = test.engine.connection
  raw.exec(`insert or ignore into digitizationPlan (id, year) values (1, 2026)`)
  raw.exec(
    `insert or ignore into digitizationProject (id, planId, name, manner) values (1, 1, 'Đợt 1', 'in_house')`,
  )
  const { lastInsertRowid } = raw
    .prepare(
      `insert into digitizationJob (code, titleId, projectId, class, material, templateVersionId, stageId, state,
        createdAt, updatedAt) values (?, ?, 1, 'local_history', 'book', 1, 1, 'open', '2026-11-10T02:00:00.000Z',
        '2026-11-10T02:00:00.000Z')`,
    )
    .run(code, titleId)
  return { titleId, jobId: Number(lastInsertRowid) }
}

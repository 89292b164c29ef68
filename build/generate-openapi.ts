import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publishedFiles } from '../ministry/openapi.ts'
import { openStore } from '../ministry/store/connection.ts'
import { root } from './step.ts'

/** Writes ministry/protocol/*.json; a test says when they are out of date. */
const folder = mkdtempSync(join(tmpdir(), 'khosach-openapi-'))
const store = await openStore(folder)
for (const [name, text] of Object.entries(await publishedFiles({ store, now: () => new Date() }))) {
  writeFileSync(join(root, 'ministry/protocol', name), text)
}
await store.close()
rmSync(folder, { recursive: true })

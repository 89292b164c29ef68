import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { databaseName } from '../../db/folder.ts'
import { makeOldLibrary } from '../support/old-library.ts'
import { testFolder } from '../support/engine.ts'

/**
 * Writes golden/0040.db: a small library as the program left it when its newest migration was 0040. Made again only
 * while no released program has written such files; from then on it stands for what is out there.
 *   node test/migration/make-golden.ts
 */
const folder = testFolder()
await makeOldLibrary(folder)
const golden = fileURLToPath(new URL('./golden/0040.db', import.meta.url))
rmSync(golden, { force: true })
copyFileSync(join(folder, databaseName), golden)
console.log(golden)

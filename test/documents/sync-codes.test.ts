import { afterEach, beforeEach, expect, it } from 'vitest'
import { sha256 } from '../../db/hash.ts'
import { joinCodes } from '../../shared/sync/paper-codes.ts'
import { openTestEngine, testFolder, type TestEngine } from '../support/engine.ts'
import { fileFrom, makeKey, nameLibrary, signQuarter } from '../support/signed.ts'
import { codesOn } from './raster.ts'

let test: TestEngine
beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
})
afterEach(() => test.close())

it('the codes of the printed sheet, read by a program of somebody else, are the package to the last byte', async () => {
  await nameLibrary(test)
  await makeKey(test)
  const director = await test.as('director')
  const { id: periodId } = await signQuarter(test)
  const { bytes } = await fileFrom(test, director, 'sync.exportPackage', { periodId })
  const sheet = await fileFrom(test, director, 'sync.printCodes', { periodId })
  const joined = joinCodes(await codesOn(sheet.bytes), sha256)
  expect(joined.ok && Buffer.from(joined.bytes).equals(bytes)).toBe(true)
}, 60_000)

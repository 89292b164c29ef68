import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { testFolder } from '../../test/support/engine.ts'
import { Refusal } from '../failure.ts'
import { wordsIn } from '../words.ts'
import { tinosPaths } from './fonts.ts'

/** The faces as an installation has them, in a folder of their own. */
function installed() {
  const folder = testFolder()
  const own = tinosPaths()
  for (const kind of Object.keys(own) as (keyof typeof own)[]) {
    const path = join(folder, basename(own[kind]))
    copyFileSync(own[kind], path)
    own[kind] = path
  }
  return own
}

function refusalOf(paths: ReturnType<typeof tinosPaths>): unknown {
  try {
    tinosPaths(paths)
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.failure
    throw error
  }
}

it('faces that are there and whole are taken', () => {
  expect(refusalOf(installed())).toBeNull()
})

const damages: [string, (path: string) => void][] = [
  ['is gone', rmSync],
  ['is empty', (path) => writeFileSync(path, '')],
  ['was cut off', (path) => writeFileSync(path, readFileSync(path).subarray(0, 60_000))],
  ['is something else', (path) => writeFileSync(path, 'không phải phông chữ')],
]

it.each(damages)('a face that %s is named in the words of the reader', (_, damage) => {
  const paths = installed()
  damage(paths.bold)
  const file = 'Tinos_700Bold.ttf'
  expect(refusalOf(paths)).toEqual({ code: 'font_missing', details: { file } })
  expect(wordsIn.vi('common.errors.font_missing', { file })).toContain(`phông chữ ${file}`)
})

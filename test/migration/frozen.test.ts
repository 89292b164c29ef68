import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { migrations } from '../../db/migrations/index.ts'
import { changedSince, hashOf, missingFrom, type Frozen } from './frozen.ts'

const frozen = JSON.parse(readFileSync(new URL('./frozen.json', import.meta.url), 'utf8')) as Frozen
const folder = new URL('../../db/migrations/', import.meta.url)
const files = readdirSync(folder)
  .filter((name) => /^\d{4}-/.test(name))
  .toSorted()

function read(file: string): string | null {
  const path = new URL(file, folder)
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

describe('released migrations', () => {
  it('are as they were released', () => {
    expect(changedSince(frozen, read)).toEqual([])
  })

  it('are listed with their helpers and without a gap', () => {
    expect(missingFrom(frozen, files)).toEqual([])
  })

  it('would be caught changed or gone', () => {
    const source = read('0010-frame.ts') ?? ''
    expect(changedSince({ '0010-frame.ts': hashOf(source) }, read)).toEqual([])
    expect(changedSince({ '0010-frame.ts': hashOf(source) }, () => `${source}\n// một dòng thêm`)).toEqual([
      '0010-frame.ts',
    ])
    expect(changedSince({ '0005-gone.ts': hashOf('') }, read)).toEqual(['0005-gone.ts'])
    expect(missingFrom({ '0030-settings.ts': '' }, files)).toEqual([
      'helpers.ts',
      '0010-frame.ts',
      '0020-users.ts',
    ])
  })
})

it('every migration file is in the registry, and nothing else', () => {
  expect(Object.keys(migrations)).toEqual(files.map((file) => file.replace('.ts', '')))
})

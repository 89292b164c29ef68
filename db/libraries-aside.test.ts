import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { testFolder } from '../test/support/engine.ts'
import { librariesAside } from './libraries-aside.ts'

it('tells libraries put aside since a day, and nothing else that lies there', () => {
  const folder = testFolder()
  expect(librariesAside(folder, '2026-01-01')).toEqual([])
  const put = (path: string, writtenAt: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), '')
    utimesSync(join(folder, path), new Date(writtenAt), new Date(writtenAt))
  }
  put('before-upgrade/library-0010.db', '2025-12-31T08:00:00Z')
  put('before-upgrade/library-0100.db', '2026-01-01T08:00:00Z')
  put('before-upgrade/note.txt', '2026-01-01T08:00:00Z')
  put('before-restore/2026-02-03/library.db', '2026-02-03T08:00:00Z')
  put('before-restore/2026-02-04/papers/a', '2026-02-04T08:00:00Z')
  expect(librariesAside(folder, '2026-01-01')).toEqual([
    { path: 'before-upgrade/library-0100.db', writtenAt: '2026-01-01T08:00:00.000Z' },
    { path: 'before-restore/2026-02-03/library.db', writtenAt: '2026-02-03T08:00:00.000Z' },
  ])
})

import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importsIn, offence } from './layers.ts'
import { root } from './step.ts'

function filesOf(folder: string): string[] {
  return globSync(`${folder}/**/*.{ts,tsx,cts}`, { cwd: root }).map((path) => path.replaceAll('\\', '/'))
}

test('every import keeps to the table of layers', () => {
  const files = ['shared', 'db', 'renderer', 'electron', 'ministry', 'build', 'test'].flatMap(filesOf)
  const imports = files.flatMap((file) => importsIn(file, readFileSync(join(root, file), 'utf8')))
  expect(files.length).toBeGreaterThan(50)
  expect(imports.length).toBeGreaterThan(100)
  const offences = imports.flatMap((found) => {
    const rule = offence(found)
    return rule === null ? [] : [`${found.from} → ${found.to}: ${rule}`]
  })
  expect(offences).toEqual([])
})

test('refuses a maker of documents loaded before it is used', () => {
  expect(offence({ from: 'db/labels/jobs.ts', to: 'db/documents/drawn-pdf.ts' })).toMatch(/is loaded through/)
  expect(offence({ from: 'db/labels/jobs.ts', to: 'db/documents/index.ts' })).toBeNull()
})

test('sees every form of import', () => {
  const source = `
    import '../a.css'
    import type { A } from '../../shared/a.ts'
    import b, {
      c,
    } from './c.ts'
    export * from "./d.ts"
    const e = await import('./e.ts')
    const f = require('electron')
    import g from './g.json' with { type: 'json' }
  `
  expect(importsIn('db/catalogue/x.ts', source).map(({ to }) => to)).toEqual([
    'db/a.css',
    'shared/a.ts',
    'db/catalogue/c.ts',
    'db/catalogue/d.ts',
    'db/catalogue/e.ts',
    'electron',
    'db/catalogue/g.json',
  ])
})

test.each([
  ['shared/catalogue/rules.ts', 'db/engine.ts'],
  ['db/catalogue/queries.ts', 'renderer/ui/Table.tsx'],
  ['renderer/catalogue/TitlePage.tsx', 'db/catalogue/index.ts'],
  ['electron/main.ts', 'db/engine.ts'],
  ['electron/main.ts', 'renderer/app/shell.tsx'],
  ['db/engine.ts', 'electron/policy.ts'],
  ['db/engine.ts', 'test/support/engine.ts'],
])('refuses the upward import %s → %s', (from, to) => {
  expect(offence({ from, to })).toMatch(/may not import/)
})

test.each([
  ['db/catalogue/queries.ts', 'db/copies/queries.ts'],
  ['renderer/copies/CopyPage.tsx', 'renderer/catalogue/TitleForm.tsx'],
  ['renderer/copies/CopyPage.tsx', 'shared/catalogue/secret.ts'],
  ['shared/copies/rules.ts', 'shared/catalogue/marc.ts'],
  ['db/handlers.ts', 'db/catalogue/search.ts'],
  ['db/catalogue/commands.ts', 'db/journal/append.ts'],
])('refuses the private import %s → %s', (from, to) => {
  expect(offence({ from, to })).toMatch(/is private to/)
})

test.each([
  ['db/engine.ts', 'db/catalogue/index.ts'],
  ['db/host/host.ts', 'db/users/index.ts'],
  ['renderer/ui/Table.tsx', 'renderer/catalogue/index.ts'],
  ['renderer/app/shell.tsx', 'renderer/catalogue/routes.tsx'],
])('refuses a frame that knows a module: %s → %s', (from, to) => {
  expect(offence({ from, to })).toMatch(/may not know/)
})

test('refuses a migration that leans on the app, and Node in what runs anywhere', () => {
  expect(offence({ from: 'db/migrations/0010-frame.ts', to: 'db/catalogue/index.ts' })).toMatch(/migration/)
  expect(offence({ from: 'db/migrations/0010-frame.ts', to: 'shared/fold.ts' })).toMatch(/migration/)
  expect(offence({ from: 'shared/fold.ts', to: 'node:crypto' })).toMatch(/without Node/)
})

test.each([
  ['db/catalogue/queries.ts', 'db/copies/index.ts'],
  ['db/catalogue/queries.ts', 'db/catalogue/search.ts'],
  ['db/catalogue/queries.ts', 'db/connection.ts'],
  ['db/sync/commands.ts', 'shared/sync/package.ts'],
  ['db/handlers.ts', 'db/catalogue/commands.ts'],
  ['renderer/app/routes.tsx', 'renderer/catalogue/routes.tsx'],
  ['renderer/catalogue/TitlePage.tsx', 'shared/catalogue/contract.ts'],
  ['electron/main.ts', 'db/host/host.ts'],
  ['test/contract/cli.test.ts', 'db/catalogue/queries.ts'],
  ['db/migrations/0010-frame.ts', 'db/migrations/helpers.ts'],
])('lets %s import %s', (from, to) => {
  expect(offence({ from, to })).toBeNull()
})

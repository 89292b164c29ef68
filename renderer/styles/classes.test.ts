import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const folder = fileURLToPath(new URL('.', import.meta.url))

it('no two stylesheets mean different things by one class', () => {
  const sheetsByClass = Map.groupBy(
    globSync('*.css', { cwd: folder }).flatMap((sheet) => {
      const css = readFileSync(`${folder}/${sheet}`, 'utf8')
      const classes = [...css.matchAll(/^\w*\.([a-z][\w-]*) \{/gm)].map(([, name = '']) => name)
      return [...new Set(classes)].map((name) => ({ name, sheet }))
    }),
    ({ name }) => name,
  )
  expect(sheetsByClass.size).toBeGreaterThan(100)
  const shared = [...sheetsByClass].filter(([, sheets]) => sheets.length > 1)
  expect(shared.map(([name, sheets]) => `${name}: ${sheets.map(({ sheet }) => sheet).join(', ')}`)).toEqual(
    [],
  )
})

import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { reachOf } from '../../shared/lan/rules.ts'

const pages = globSync('renderer/**/*.{ts,tsx}').filter((path) => !path.endsWith('.test.ts'))
const lines = pages.flatMap((path) => readFileSync(path, 'utf8').split('\n'))
const namesIn = (line: string) =>
  [...line.matchAll(/['"]([a-z]+\.[a-zA-Z]+)['"]/g)].flatMap(([, name]) => name ?? [])

/** Asked behind an act that says of itself why it cannot be done. */
const behind: Record<string, string> = {
  'backup.found': 'backup.restore',
  'backup.prove': 'backup.restore',
  'updates.goBack': 'updates.prepareReturn',
}
/** Where no library is open nobody is served, and the page of other PCs shows itself otherwise elsewhere. */
const otherwise = new Set([
  'backup.setAside',
  'users.setUp',
  'updates.stay',
  'updates.takeInClosed',
  ...['renew', 'serve', 'stopServing'].map((verb) => `lan.${verb}`),
])

test('what is done at the serving PC alone is said to be so by its button', () => {
  const said = new Set(lines.filter((line) => /\bdoes\b|\bdoing\b/.test(line)).flatMap(namesIn))
  const asked = lines
    .filter((line) => /\buse(Command|Job|Query)\(/.test(line))
    .flatMap(namesIn)
    .filter((name) => reachOf(name) === 'serving_pc')
  expect(asked.length).toBeGreaterThan(20)
  for (const name of asked)
    expect(said.has(behind[name] ?? name) || otherwise.has(name), `${name} has no button that says so`).toBe(
      true,
    )
  for (const name of said) expect(reachOf(name), `${name} can be done from everywhere`).toBe('serving_pc')
})

import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { expectWithin, report } from './measure.ts'

const folder = fileURLToPath(new URL('../../dist/renderer/', import.meta.url))

/** The entry and all it imports before anything can be shown; what is imported on demand comes later. */
function firstLoad(html: string): string[] {
  const found = new Set<string>()
  function add(file: string): void {
    if (found.has(file)) return
    found.add(file)
    const source = readFileSync(join(folder, file), 'utf8')
    const imports = source.matchAll(
      /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{][^'"`;()]*?from\s*)?["'](\.\/[^"']+\.js)["']/g,
    )
    for (const [, path = ''] of imports) add(join('assets', path))
  }
  for (const [, path = ''] of html.matchAll(/<script[^>]*src="\.\/([^"]+)"/g)) add(path)
  return [...found]
}

it('shows its first page after at most 250 kB of script', () => {
  const page = join(folder, 'index.html')
  if (!existsSync(page)) throw new Error('dist/renderer is missing: run `npm run build` first')
  const html = readFileSync(page, 'utf8')
  const files = firstLoad(html)
  const preloaded = [...html.matchAll(/<link rel="modulepreload"[^>]*href="\.\/([^"]+)"/g)].map(
    ([, path]) => path,
  )
  expect(files.length).toBeGreaterThan(0)
  expect(files).toEqual(expect.arrayContaining(preloaded))
  const sizes = files.map((file) => gzipSync(readFileSync(join(folder, file))).length)
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000
  report('first load', { files: files.length, kilobytes })
  expectWithin('firstLoadKilobytes', [kilobytes])
})

import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const script = fileURLToPath(new URL('../../../test/support/read-stream.ts', import.meta.url))

/** V8 lets what is new and soon garbage grow to three times 32 MB, whoever asks; that is not what is measured here. */
const youngGeneration = '--max-semi-space-size=8'

async function reading(
  format: string,
  megabytes: number,
): Promise<{ length: number; entries: number; growth: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    youngGeneration,
    script,
    format,
    String(megabytes),
  ])
  return JSON.parse(stdout) as { length: number; entries: number; growth: number }
}

test.each([
  ['iso2709', 200, 200_000],
  ['marcxml', 100, 40_000],
  ['marc_text', 100, 100_000],
  ['noise_iso2709', 100, 1],
  ['noise_marcxml', 100, 1],
  ['noise_marc_text', 100, 0],
])('%s: %i MB are read within 120 MB of memory', { timeout: 120_000 }, async (format, megabytes, atLeast) => {
  const { length, entries, growth } = await reading(format, megabytes)
  expect(length).toBeGreaterThanOrEqual(megabytes * 1_000_000)
  expect(entries).toBeGreaterThan(atLeast)
  expect(growth).toBeLessThan(120)
})

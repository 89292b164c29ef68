import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawSample, largestSeed } from './sampling.ts'

const lots = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 40 })
const draws = fc.record({
  pagesByJob: lots,
  size: fc.integer({ min: 0, max: 3000 }),
  seed: fc.integer({ min: 1, max: largestSeed }),
  fromEachJob: fc.boolean(),
})

test('the same lot and seed give the same pages again', () => {
  fc.assert(
    fc.property(draws, (draw) => {
      expect(drawSample(draw)).toEqual(drawSample(structuredClone(draw)))
    }),
  )
})

test('no page comes twice, none is from outside the lot, and there are as many as asked for', () => {
  fc.assert(
    fc.property(draws, (draw) => {
      const { pagesByJob, size, fromEachJob } = draw
      const sample = drawSample(draw)
      const population = pagesByJob.reduce((sum, pages) => sum + pages, 0)
      const jobs = pagesByJob.filter((pages) => pages > 0).length
      expect(sample).toHaveLength(Math.max(Math.min(size, population), fromEachJob ? jobs : 0))
      expect(new Set(sample.map(({ job, page }) => `${job}/${page}`)).size).toBe(sample.length)
      for (const { job, page } of sample) {
        expect(page).toBeGreaterThanOrEqual(0)
        expect(page).toBeLessThan(pagesByJob[job] ?? 0)
      }
    }),
  )
})

test('they come in the order of the lot', () => {
  fc.assert(
    fc.property(draws, (draw) => {
      const sample = drawSample(draw)
      expect(sample.toSorted((a, b) => a.job - b.job || a.page - b.page)).toEqual(sample)
    }),
  )
})

test('every job that has pages has one in the sample, where that is asked for', () => {
  fc.assert(
    fc.property(draws, ({ pagesByJob, size, seed }) => {
      const seen = new Set(drawSample({ pagesByJob, size, seed, fromEachJob: true }).map(({ job }) => job))
      expect(pagesByJob.every((pages, job) => pages === 0 || seen.has(job))).toBe(true)
    }),
  )
})

test('over many seeds every page comes up as often as the others', () => {
  const pagesByJob = [3, 40, 0, 7]
  const rounds = 4000
  const size = 10
  const counts = new Map<string, number>()
  for (let seed = 1; seed <= rounds; seed++)
    for (const { job, page } of drawSample({ pagesByJob, size, seed, fromEachJob: false }))
      counts.set(`${job}/${page}`, (counts.get(`${job}/${page}`) ?? 0) + 1)
  const expected = (rounds * size) / 50
  expect(counts.size).toBe(50)
  const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
  // 49 degrees of freedom: a fair draw stays below this but once in ten thousand times.
  expect(chiSquare).toBeLessThan(97)
})

test('a draw of this version stays as it is, since minutes name its seed', () => {
  const sample = drawSample({ pagesByJob: [5, 100, 20], size: 6, seed: 20_260_101, fromEachJob: false })
  expect(sample.map(({ job, page }) => [job, page])).toEqual([
    [0, 4],
    [1, 16],
    [1, 86],
    [1, 89],
    [2, 11],
    [2, 16],
  ])
})

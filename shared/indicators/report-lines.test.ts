import { expect, it } from 'vitest'
import { currentFormula, findIndicator, indicatorList, reportLines } from './formulas.ts'

it('has one line for what the sheet of the ministry asks for once more', () => {
  const lines = reportLines(indicatorList)
  const doubled = lines.filter(({ codes }) => codes.length > 1).map(({ codes }) => codes)
  expect(doubled).toEqual([
    ['M2a.01', 'g.1'],
    ['M2a.10', 'g.4'],
    ['M2a.14', 'g.6'],
    ['M2b.01', 'g.2'],
    ['M2b.03', 'g.3b'],
    ['M2b.04b', 'g.3a'],
    ['M2b.18', 'g.7'],
  ])
  expect(lines).toHaveLength(indicatorList.length - doubled.length)
  for (const codes of doubled) {
    const [first, second] = codes
      .map((code) => findIndicator(code))
      .map((found) => found && currentFormula(found).measures)
    expect(first, codes.join()).toEqual(second)
  }
})

it('keeps the line of a report that was signed before its second code was known', () => {
  expect(reportLines([{ code: 'g.2' }])).toEqual([{ code: 'g.2', codes: ['g.2'] }])
})

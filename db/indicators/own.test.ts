import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { measureName } from '../../shared/indicators/own-text.ts'
import { partOf } from '../../test/documents/zip.ts'
import { codeOf, openTestEngine, testFolder, valueOf, type TestEngine } from '../../test/support/engine.ts'
import { answerDoubts, fileFrom, nameLibrary, signQuarter, summer } from '../../test/support/signed.ts'
import { wordsIn } from '../words.ts'
import { measures } from './compute.ts'

let test: TestEngine
beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const term = (measure: string, sign: 'plus' | 'minus' = 'plus') => ({ measure, sign })
const said = {
  fromOn: '2026-01-01',
  name: 'Nhan đề điện tử mua mới',
  nameEn: 'Digital titles bought',
  unit: 'tên',
  source: 'Kế hoạch 12/KH-SVHTTDL',
} as const
type Formula = Parameters<
  Awaited<ReturnType<TestEngine['as']>>['client']['indicators']['addOwn']
>[0]['formula']
const define = async (code: string, formula: Formula, nature: 'in_period' | 'at_end' = 'in_period') => {
  const { client } = await test.as('activities')
  return valueOf(await client.indicators.addOwn({ ...said, code, nature, formula }))
}
const figure = async (code: string, quarter = summer) => {
  const { values } = valueOf(await (await test.as('reader')).client.indicators.list(quarter))
  return values.find((value) => value.code === code)
}
const addTitle = async (title: string, addedOn = '2026-08-01') =>
  valueOf(
    await (
      await test.as('cataloguer')
    ).client.catalogue.addTitle({ title, material: 'digital', digitalOrigin: 'bought', addedOn }),
  )

describe('an indicator of the library’s own', () => {
  it('is counted from its measures, with its rows behind it', async () => {
    await addTitle('Một')
    await addTitle('Hai')
    await define('TV.01', { way: 'sum', terms: [term('catalogue.digitalAcquired')] })
    await define('TV.02', {
      way: 'share',
      part: [term('catalogue.digitalAcquired')],
      whole: [term('catalogue.digitalAcquired'), term('catalogue.digitalAcquired')],
    })
    await define('TV.03', {
      way: 'quotient',
      part: [term('catalogue.digitalAcquired')],
      whole: [term('copies.accessioned')],
    })
    expect(await figure('TV.01')).toMatchObject({ value: 2, status: 'known', version: 1 })
    expect(await figure('TV.02')).toMatchObject({ value: 50 })
    expect(await figure('TV.03')).toMatchObject({ value: null, status: 'zero_base' })
    const { client } = await test.as('reader')
    const { rows } = valueOf(await client.indicators.explain({ code: 'TV.01', ...summer }))
    expect(rows.map(({ label }) => label)).toEqual(['Một', 'Hai'])
  })

  it('that was withdrawn with a target left for it is told in the list of targets and asked about in the report', async () => {
    const { client } = await test.as('director')
    const own = await define('TV.01', { way: 'sum', terms: [term('catalogue.digitalAcquired')] })
    const target = { indicatorCode: 'TV.01', period: '2026-Q3', value: 9, fromOn: '2026-01-01' }
    valueOf(await client.plans.addTarget(target))
    valueOf(await client.indicators.withdrawOwn({ id: own.id, rev: own.rev, on: '2026-08-15' }))
    const { rows } = valueOf(await client.plans.targets({ on: '2026-11-10', text: 'TV.01' }))
    expect(rows).toMatchObject([{ indicatorCode: 'TV.01', withdrawnOn: '2026-08-15' }])
    const { id } = valueOf(await client.reports.openPeriod(summer))
    expect(valueOf(await client.reports.period({ id })).doubts).toMatchObject([
      { rule: 'target_withdrawn', code: 'TV.01', details: { target: '2026-Q3' } },
    ])
  })

  it('has no figure before its first day, nor from the day it was withdrawn', async () => {
    const own = await define('TV.01', { way: 'sum', terms: [term('catalogue.digitalAcquired')] })
    expect(await figure('TV.01', { period: '2025-Q4' })).toBeUndefined()
    const { client } = await test.as('director')
    const { rev } = valueOf(
      await client.indicators.withdrawOwn({ id: own.id, rev: own.rev, on: '2026-08-15' }),
    )
    expect(await figure('TV.01')).toBeUndefined()
    expect(await figure('TV.01', { period: '2026-Q2' })).toMatchObject({ value: 0 })
    valueOf(await client.indicators.restoreOwn({ id: own.id, rev }))
    expect(await figure('TV.01')).toMatchObject({ value: 0 })
  })

  it('that people give by hand is not collected until they do', async () => {
    await define('TV.09', { way: 'by_hand' })
    expect(await figure('TV.09')).toMatchObject({ status: 'not_collected' })
    const { client } = await test.as('activities')
    const span = { fromOn: '2026-07-01', untilOn: '2026-09-30' }
    valueOf(await client.indicators.give({ ...span, code: 'TV.09', value: 4, reason: 'Biên bản' }))
    expect(await figure('TV.09')).toMatchObject({ value: 4, givenReason: 'Biên bản' })
  })

  it('may have targets like any other, and a share over 100 is asked about', async () => {
    await addTitle('Một')
    await define('TV.02', {
      way: 'share',
      part: [term('catalogue.digitalAcquired'), term('catalogue.digitalAcquired')],
      whole: [term('catalogue.digitalAcquired')],
    })
    const { client } = await test.as('director')
    const target = { indicatorCode: 'TV.02', period: '2026', value: 80, fromOn: '2026-01-01' }
    valueOf(await client.plans.addTarget(target))
    const { rows } = valueOf(await client.plans.targets({ on: '2026-11-10', text: 'Nhan đề điện tử' }))
    expect(rows).toMatchObject([{ indicatorCode: 'TV.02', isKnown: true }])
    expect((await figure('TV.02'))?.progress).toMatchObject({ value: 80 })
    const { id } = valueOf(await client.reports.openPeriod(summer))
    expect(valueOf(await client.reports.period({ id })).doubts).toEqual(
      expect.arrayContaining([expect.objectContaining({ rule: 'share_above_whole', code: 'TV.02' })]),
    )
    await answerDoubts(client, id)
  })

  it('keeps in a signed report the version it was signed with, whatever it says later', async () => {
    await nameLibrary(test)
    await addTitle('Một')
    const own = await define('TV.01', { way: 'sum', terms: [term('catalogue.digitalAcquired')] })
    const { id } = await signQuarter(test)
    const { client } = await test.as('director')
    const doubled = [term('catalogue.digitalAcquired'), term('catalogue.digitalAcquired')]
    const formula = { way: 'sum', terms: doubled } as const
    valueOf(await client.indicators.changeOwn({ ...said, formula, id: own.id, rev: own.rev }))
    expect(await figure('TV.01')).toMatchObject({ value: 2, version: 2 })
    const period = valueOf(await client.reports.period({ id }))
    expect(period.figures.find(({ code }) => code === 'TV.01')).toMatchObject({ value: 1, version: 1 })
    expect(valueOf(await client.reports.changes({ id })).figures).toEqual([])
    const { bytes } = await fileFrom(test, await test.as('director'), 'reports.produce', {
      id,
      format: 'docx',
    })
    expect(partOf(bytes, 'word/document.xml')).toContain(said.name)
  })

  it('cannot be made of what was given by hand', async () => {
    const { client } = await test.as('activities')
    const formula: Formula = { way: 'sum', terms: [term('indicators.given')] }
    const input = { ...said, code: 'TV.01', nature: 'in_period' } as const
    expect(codeOf(await client.indicators.addOwn({ ...input, formula }))).toBe('unknown_measure')
  })
})

it('every measure has a name in both languages, and no two of one language share it', () => {
  const names = Object.keys(measures).filter((name) => name !== 'indicators.given')
  for (const language of ['vi', 'en'] as const) {
    const called = names.map((name) => measureName(wordsIn[language], name))
    expect(called.filter((name) => name.startsWith('indicators.'))).toEqual([])
    expect(called.filter((name, at) => called.indexOf(name) < at)).toEqual([])
  }
})

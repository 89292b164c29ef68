import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestEngine, testFolder, type TestEngine } from '../../test/support/engine.ts'
import { backupOf, enterTitle, openOther, stageMerger } from '../../test/support/mergers.ts'
import type { OfficialDocument, Table } from '../documents/index.ts'
import { findMerger } from './mergers.ts'
import { minutesPaper } from './minutes.ts'

let test: TestEngine

beforeEach(async () => {
  test = await openTestEngine({ dataDir: testFolder() })
})
afterEach(async () => {
  expect(test.faults).toEqual([])
  await test.close()
})

const totalsOf = ({ blocks }: OfficialDocument) =>
  blocks
    .filter((block): block is Table => block.type === 'table')
    .flatMap(({ rows }) => rows.filter(({ type }) => type === 'total'))

it('the minutes sum up the titles whose copies are handed over, and name apart records without any', async () => {
  const other = await openOther()
  await enterTitle(other, { title: 'Dế Mèn phiêu lưu ký' }, [{}, {}])
  await enterTitle(other, { title: 'Lịch sử Tiên Du' }, [{}])
  await enterTitle(other, { title: 'Truyện không có bản' }, [])
  const { id } = await stageMerger(test, await test.as('administrator'), await backupOf(other))
  const { db } = test.engine.connection
  const merger = await findMerger(db, id)
  if (!merger) throw new Error('no merger was staged')
  const paper = await minutesPaper(db, merger)
  expect(totalsOf(paper)).toEqual([
    expect.objectContaining({ values: expect.objectContaining({ titles: 2, copies: 3 }) }),
    expect.objectContaining({ values: expect.objectContaining({ titles: 2, copies: 3 }) }),
  ])
  expect(paper.blocks).toContainEqual({
    type: 'list',
    items: expect.arrayContaining(['Biểu ghi nhan đề không còn bản nào trong vốn: 1.']),
  })
})

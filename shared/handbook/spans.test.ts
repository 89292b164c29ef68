import { expect, it } from 'vitest'
import { spansOf } from './spans.ts'

it('tells a text of the app, a page, a chapter and a key from what stands between them', () => {
  expect(spansOf('Bấm {common.actions.save} ở {/stock/opening}, xem {#backups} ({key:Ctrl+K}).')).toEqual([
    { kind: 'plain', value: 'Bấm ' },
    { kind: 'word', value: 'common.actions.save' },
    { kind: 'plain', value: ' ở ' },
    { kind: 'page', value: 'stock/opening' },
    { kind: 'plain', value: ', xem ' },
    { kind: 'chapter', value: 'backups' },
    { kind: 'plain', value: ' (' },
    { kind: 'key', value: 'Ctrl+K' },
    { kind: 'plain', value: ').' },
  ])
})

it('leaves a text without names whole', () => {
  expect(spansOf('Không có gì.')).toEqual([{ kind: 'plain', value: 'Không có gì.' }])
  expect(spansOf('')).toEqual([])
})

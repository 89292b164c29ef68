import { describe, expect, it } from 'vitest'
import type { ScanAnswer } from '../../shared/stocktake/contract.ts'
import { afterAct, emptyDesk, lastStanding, type DeskAct, type DeskState } from './desk-state.ts'

const scan = (key: string) => ({ key, code: 'VV1', at: '2026-11-10T02:00:00.000Z' })
const answer = (key: string, change: Partial<ScanAnswer> = {}): ScanAnswer => ({
  key,
  scanId: 1,
  class: 'found',
  classBefore: 'missing',
  isTwice: false,
  reading: '',
  repair: 'none',
  copyId: 1,
  accessionNumber: 'VV000001',
  title: 'Dế Mèn',
  callNumber: '',
  status: 'available',
  belongs: { siteId: 1, siteName: '', storeId: null, storeName: '', shelf: '' },
  decisionNumber: '',
  goneOn: null,
  ...change,
})
const after = (acts: DeskAct[], state: DeskState = emptyDesk) => acts.reduce(afterAct, state)
const counted: DeskAct = {
  type: 'counted',
  progress: { classes: { missing: 3 }, scans: { scans: 0, twice: 0, undone: 0, repaired: 0 } },
  version: 0,
}

describe('the desk', () => {
  it('counts on from what was counted, and takes back what is undone', () => {
    const read = after([counted, { type: 'read', scan: scan('a') }])
    expect(read.entries[0]?.state).toBe('waiting')
    const found = after([{ type: 'answered', answers: [answer('a')] }], read)
    expect(found).toMatchObject({ classes: { missing: 2, found: 1 }, scans: 1, twice: 0 })
    const again = answer('b', { classBefore: 'found', isTwice: true, scanId: 2 })
    const twice = after(
      [
        { type: 'read', scan: scan('b') },
        { type: 'answered', answers: [again] },
      ],
      found,
    )
    expect(twice).toMatchObject({ classes: { missing: 2, found: 1 }, scans: 2, twice: 1 })
    expect(twice.entries[0]?.class).toBe('twice')
    const undone = { key: 'b', code: 'VV1', classBefore: 'found', class: 'found', isTwice: true } as const
    expect(after([{ type: 'undone', undone }], twice)).toMatchObject({ scans: 1, twice: 0 })
    const last = { key: 'a', code: 'VV1', classBefore: 'found', class: 'missing', isTwice: false } as const
    expect(after([{ type: 'undone', undone: last }], found)).toMatchObject({
      classes: { missing: 3, found: 0 },
      scans: 0,
    })
  })

  it('counts no echo, and lets no old count overwrite newer scans', () => {
    const echo = answer('a', { scanId: null, isTwice: true })
    const state = after([counted, { type: 'read', scan: scan('a') }, { type: 'answered', answers: [echo] }])
    expect(state).toMatchObject({ scans: 0, classes: { missing: 3 } })
    expect(state.entries[0]?.state).toBe('echo')
    const one = after(
      [
        { type: 'read', scan: scan('b') },
        { type: 'answered', answers: [answer('b')] },
      ],
      state,
    )
    expect(after([counted], one)).toEqual(one)
  })

  it('undoes the newest that counts, also one recalled from before', () => {
    const rows = [
      {
        id: 7,
        code: 'VV7',
        reading: '',
        repair: 'none' as const,
        copyId: 7,
        accessionNumber: 'VV000007',
        title: '',
        at: '2026-11-09T02:00:00.000Z',
        by: '',
        sourceId: null,
        source: '',
        place: { siteId: null, siteName: '', storeId: null, storeName: '', shelf: '' },
        class: 'found' as const,
      },
    ]
    const state = after([
      { type: 'recalled', rows },
      { type: 'read', scan: scan('a') },
    ])
    expect(lastStanding(state.entries)?.key).toBe('a')
    const dropped = after([{ type: 'dropped', key: 'a' }], state)
    expect(lastStanding(dropped.entries)?.scanId).toBe(7)
  })
})

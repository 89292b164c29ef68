import { describe, expect, it } from 'vitest'
import { emptyRecord, leaderFor, materialOf } from './marc-form.ts'
import { materials } from './title.ts'

const script546 = { tag: '546', indicators: '  ', subfields: [['a', 'Hán Nôm']] as [string, string][] }

describe('a new record', () => {
  it('is of its material, except that only words tell of Hán-Nôm', () => {
    for (const material of materials) {
      expect(materialOf(emptyRecord(material, '2026-11-21'))).toBe(
        material === 'hannom' ? 'manuscript' : material,
      )
    }
    const script = { ...emptyRecord('hannom', '2026-11-21') }
    expect(materialOf({ ...script, fields: [...script.fields, script546] })).toBe('hannom')
  })

  it('has a leader of 24 positions and an 008 of 40', () => {
    for (const material of materials) {
      expect(leaderFor(material)).toMatch(/^00000n[a-z]{2} a2200000 c 4500$/)
      const fixed = emptyRecord(material, '2026-11-21').fields.find(({ tag }) => tag === '008')
      expect(fixed).toMatchObject({ value: expect.stringMatching(/^261121nuuuuuuuuvm .{17}vie d$/) })
    }
  })
})

import { describe, expect, it } from 'vitest'
import { draftDoor } from './draft-door.ts'

describe('the way back to a draft', () => {
  it('leads to the record that was being changed', () => {
    expect(draftDoor('catalogue.updateTitle/12')).toEqual({
      kind: 'updateTitle',
      to: '/catalogue/12',
      id: 12,
    })
    expect(draftDoor('reports.setNote/3')).toEqual({ kind: 'note', to: '/reports/3', id: 3 })
  })

  it('leads to the empty form of what was being added', () => {
    expect(draftDoor('catalogue.addTitle')).toEqual({ kind: 'addTitle', to: '/catalogue/new', id: null })
  })

  it('is not guessed for a form that is not known', () => {
    expect(draftDoor('catalogue.updateTitle/x')).toBeNull()
    expect(draftDoor('stocktake.openSession')).toBeNull()
  })
})

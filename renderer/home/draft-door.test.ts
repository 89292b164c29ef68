import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { draftDoor } from './draft-door.ts'

const renderer = fileURLToPath(new URL('..', import.meta.url))
/** Where a page says what its draft is called: the hook itself, one that hands the name on, a function that makes it. */
const namings = [
  /useDraft\(([^\n]*)/g,
  /useMarcEditor\(([^\n]*)/g,
  /function draftKeyOf\(([^]*?)\n}/g,
  /formKey=\{([^\n]*)\}/g,
]

function namingsIn(source: string): string[] {
  return namings.flatMap((naming) => [...source.matchAll(naming)].map(([, text = '']) => text))
}

/** Each `${…}` stands for a record, and for the word it may be instead. */
function keysIn(text: string): string[] {
  const templates = [...text.matchAll(/`(\w+\.\w+[^`]*)`/g)].flatMap(([, key = '']) => {
    const others = [...key.matchAll(/\?\? '(\w+)'/g)].map(([, word = '']) => word)
    return ['12', ...others].map((part) => key.replace(/\$\{[^}]*\}/g, part))
  })
  const plain = [...text.replace(/`[^`]*`/g, '').matchAll(/'(\w+\.\w+)'/g)].map(([, key = '']) => key)
  return [...templates, ...plain]
}

const sources = globSync('**/*.{ts,tsx}', { cwd: renderer })
  .filter((path) => !path.includes('.test.'))
  .map((path) => ({ path, texts: namingsIn(readFileSync(`${renderer}/${path}`, 'utf8')) }))
const draftKeys = sources.flatMap(({ texts }) => texts.flatMap(keysIn))

describe('the way back to a draft', () => {
  it.each([...new Set(draftKeys)])('is known for what a page keeps as %s', (key) => {
    expect(draftDoor(key)?.to).toMatch(/^\/[a-z]/)
  })

  it('is looked for in every form that keeps drafts', () => {
    const unnamed = sources.filter(({ texts }) => texts.length > 0 && texts.flatMap(keysIn).length === 0)
    // These are handed the key by the page that opens them, or are the hooks themselves.
    expect(unnamed.map(({ path }) => path.replaceAll('\\', '/')).toSorted()).toEqual([
      'activities/ActivityForm.tsx',
      'app/RecordDialog.tsx',
      'catalogue/NewTitleForm.tsx',
      'catalogue/use-marc-editor.ts',
      'cooperation/GiftForm.tsx',
      'cooperation/RecordForm.tsx',
      'readers/CounterSheet.tsx',
      'readers/ReaderForm.tsx',
    ])
    expect(draftKeys).toEqual(expect.arrayContaining(['copies.withdraw', 'catalogue.addTitle/from/12']))
  })

  it('leads to the record that was being changed', () => {
    expect(draftDoor('catalogue.updateTitle/12')).toEqual({
      kind: 'updateTitle',
      to: '/catalogue/12',
      id: 12,
    })
    expect(draftDoor('reports.setBlock/m2b/3')).toEqual({
      kind: 'note',
      to: '/reports/3?edit=m2b',
      id: 3,
    })
  })

  it('leads to the empty form of what was being added, as it was begun', () => {
    expect(draftDoor('catalogue.addTitle')).toEqual({
      kind: 'addTitle',
      to: '/catalogue/new',
      id: null,
    })
    expect(draftDoor('catalogue.addTitle/host/7')?.to).toBe('/catalogue/new?host=7')
  })

  it('leads to an activity as it was begun: blank, or as one of before', () => {
    expect(draftDoor('activities.add')).toEqual({ kind: 'addActivity', to: '/activities/new', id: null })
    expect(draftDoor('activities.add/from/7')?.to).toBe('/activities/new?from=7')
    expect(draftDoor('activities.update/7')?.to).toBe('/activities/7/edit')
  })

  it('is not guessed for a form that is not known', () => {
    expect(draftDoor('catalogue.updateTitle/x')).toBeNull()
    expect(draftDoor('stocktake.openSession')).toBeNull()
  })
})

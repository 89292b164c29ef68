import { readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import {
  type Block,
  type ChapterName,
  type Handbook,
  chapterNames,
  quickStartOf,
  textsOf,
} from '../../shared/handbook/chapter.ts'
import { chapterAt, pageChapters } from '../../shared/handbook/page-chapters.ts'
import { findSections, indexOf } from '../../shared/handbook/search.ts'
import { shotNames } from '../../shared/handbook/shots.ts'
import { spansOf } from '../../shared/handbook/spans.ts'
import enTexts from '../../shared/locales/en/index.ts'
import viTexts from '../../shared/locales/vi/index.ts'
import { createTexts } from '../../shared/texts.ts'
import { roles } from '../../shared/users/rules.ts'
import { pageRoutes } from '../app/routes.tsx'
import { loadEdition } from './edition.ts'
import { spoken, wordsFor } from './spoken.ts'

const editions = [
  ['vi', await loadEdition('vi'), createTexts('vi', viTexts).t],
  ['en', await loadEdition('en'), createTexts('en', enTexts).t],
] as const

const shotFolder = fileURLToPath(new URL('./shots/', import.meta.url))
const blocksOf = (handbook: Handbook, name: ChapterName): Block[] =>
  handbook[name].sections.flatMap(({ blocks }) => blocks)
const textsIn = (handbook: Handbook, name: ChapterName): string[] => {
  const { title, summary, sections } = handbook[name]
  return [
    title,
    summary,
    ...sections.map((section) => section.title),
    ...blocksOf(handbook, name).flatMap(textsOf),
  ]
}
const shotsIn = (handbook: Handbook): string[] =>
  chapterNames.flatMap((name) =>
    blocksOf(handbook, name).flatMap((block) => (block.kind === 'shot' ? [block.name] : [])),
  )

describe.each(editions)('the edition in %s', (_language, handbook, t) => {
  it('names nothing that the screen does not have', () => {
    const strange = chapterNames.flatMap((name) =>
      textsIn(handbook, name)
        .flatMap(spansOf)
        .filter((span) => {
          const words = wordsFor(t, handbook, span)
          return words === null || words.includes('{{')
        })
        .map(({ value }) => `${name}: ${value}`),
    )
    expect(strange).toEqual([])
  })

  it('speaks of the screen in the words of the screen at least four times in every quick start', () => {
    for (const role of roles) {
      const spans = textsIn(handbook, quickStartOf[role]).flatMap(spansOf)
      expect(spans.filter(({ kind }) => kind === 'word' || kind === 'page').length, role).toBeGreaterThan(3)
    }
  })

  it('has no brace, double space or loose end left in what is read', () => {
    const read = spoken(t, handbook)
    const untidy = chapterNames.flatMap((name) =>
      textsIn(handbook, name)
        .map(read)
        .filter((text) => /[{}]|  |^\s|\s$/.test(text) || text !== text.normalize('NFC')),
    )
    expect(untidy).toEqual([])
  })

  it('shows every picture that was taken, and only those', () => {
    expect(new Set(shotsIn(handbook))).toEqual(new Set(shotNames))
  })

  it('finds by words without their marks, those first that are called so', () => {
    const index = indexOf(handbook, spoken(t, handbook))
    const [first] = findSections(index, handbook.backups.title)
    expect(first?.chapter).toBe('backups')
    expect(findSections(index, 'zzz')).toEqual([])
    expect(findSections(index, ' ')).toEqual([])
  })
})

it('finds a section by the word of a button that only the screen knows', () => {
  const [, handbook, t] = editions[0]
  const found = findSections(indexOf(handbook, spoken(t, handbook)), 'khoi phuc va mo lai')
  expect(found.map(({ chapter }) => chapter)).toContain('backups')
  expect(found[0]?.excerpt.toLowerCase()).toContain('khôi phục')
})

it('both editions have the same sections, steps and pictures', () => {
  const shapeOf = (handbook: Handbook) =>
    chapterNames.map((name) =>
      handbook[name].sections.map(({ blocks }) => blocks.map((block) => [block.kind, textsOf(block).length])),
    )
  expect(shapeOf(editions[1][1])).toEqual(shapeOf(editions[0][1]))
})

it('every page has a chapter, and no chapter is promised to a page that is gone', () => {
  const paths = pageRoutes.map(({ path }) => path).filter((path) => !path.startsWith('handbook'))
  expect(paths.filter((path) => chapterAt(path) === null)).toEqual([])
  const known = Object.keys(pageChapters)
  expect(
    known.filter((prefix) => !paths.some((path) => path === prefix || path.startsWith(`${prefix}/`))),
  ).toEqual([])
})

it('the longest beginning of an address decides, and the handbook itself has none', () => {
  expect(chapterAt('/copies/7')).toBe('cataloguer')
  expect(chapterAt('/copies/withdrawals/new')).toBe('weeding')
  expect(chapterAt('/handbook')).toBeNull()
  expect(chapterAt('')).toBeNull()
})

it('each picture lies here, none is left over, and all together take little room', () => {
  const files = readdirSync(shotFolder)
  expect(new Set(files)).toEqual(new Set(shotNames.map((name) => `${name}.png`)))
  const bytes = files.map((file) => statSync(`${shotFolder}/${file}`).size)
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000)
})

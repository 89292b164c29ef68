import type { TFunction } from 'i18next'
import { displayDate } from '../../shared/dates.ts'
import { isOverlapping } from '../../shared/stock/rules.ts'
import { dimensions, type Dimension, type Figures, type Slice } from '../../shared/stock/contract.ts'
import { runtimeKey, type Language } from '../../shared/texts.ts'
import type { Reader } from '../connection.ts'
import type { Block, CellValue, Column, OfficialDocument } from '../documents/index.ts'
import { wordsIn } from '../words.ts'

/** The figures of one day as an official sheet: the whole first, then a table for each division. */
export async function figuresPaper(db: Reader, figures: Figures): Promise<OfficialDocument> {
  const library = await db.selectFrom('library').selectAll().executeTakeFirstOrThrow()
  const t = wordsIn[library.language]
  const nameOf = await namesOf(db, library.language, t)
  const day = displayDate(figures.asOf)
  return {
    language: library.language,
    letterhead: {
      governingBody: library.governingBody,
      issuingBody: library.name,
      number: '',
      symbol: '',
      place: library.placeName,
      date: null,
    },
    kind: t('stock.paper.kind'),
    subject: t('stock.paper.subject', { day }),
    addressees: [],
    blocks: [
      totals(figures, t),
      ...dimensions.flatMap((dimension) => division(dimension, figures, { t, nameOf })),
      { type: 'paragraph', text: t('stock.figures.asNow'), manner: 'note' },
    ],
    signature: { capacity: library.signerTitle || t('reports.paper.director'), name: library.signerName },
    recipients: [],
  }
}

function totals(figures: Figures, t: TFunction): Block {
  const row = (key: 'titles' | 'copies' | 'openingTitles' | 'openingCopies' | 'serials' | 'digital') => ({
    type: 'values' as const,
    values: { name: t(`stock.totals.${key}`), count: figures[key] },
  })
  return {
    type: 'table',
    columns: [
      { key: 'name', label: t('stock.paper.what'), weight: 70, kind: 'text' },
      { key: 'count', label: t('stock.paper.count'), weight: 30, kind: 'number' },
    ],
    rows: [
      row('titles'),
      row('copies'),
      ...(figures.openingCopies > 0 ? [row('openingTitles'), row('openingCopies')] : []),
      row('serials'),
      row('digital'),
    ],
  }
}

type Words = { t: TFunction; nameOf: (dimension: Dimension, key: string) => string }

function division(dimension: Dimension, figures: Figures, { t, nameOf }: Words): Block[] {
  const slices = figures.by[dimension]
  if (slices.length === 0) return []
  const number = (key: 'titles' | 'copies' | 'openingCopies'): Column => ({
    key,
    label: t(`stock.columns.${key}`),
    weight: 17,
    kind: 'number',
  })
  const hasOpening = slices.some(({ openingCopies }) => openingCopies > 0)
  const values = ({ key, titles, copies, openingCopies }: Slice): Record<string, CellValue> => ({
    name: nameOf(dimension, key),
    titles,
    copies,
    openingCopies,
  })
  return [
    { type: 'heading', level: 1, text: t(`stock.divisions.${dimension}`) },
    {
      type: 'table',
      columns: [
        { key: 'name', label: t(`stock.dimensions.${dimension}`), weight: 49, kind: 'text' },
        number('titles'),
        number('copies'),
        ...(hasOpening ? [number('openingCopies')] : []),
      ],
      rows: slices.map((slice) => ({ type: 'values', values: values(slice) })),
      ...(isOverlapping(dimension) ? { note: t(`stock.notes.${dimension}`) } : {}),
    },
  ]
}

/** Names as the library's language has them; a word no list knows stays as it is. */
async function namesOf(db: Reader, language: Language, t: TFunction): Promise<Words['nameOf']> {
  const terms = await db
    .selectFrom('referenceTerm')
    .select(['list', 'code', 'name', 'nameEn'])
    .where('list', 'in', ['ddcClass', 'language'])
    .execute()
  const termByCode = new Map(
    terms.map((term) => [`${term.list} ${term.code}`, language === 'en' ? term.nameEn : term.name]),
  )
  const sites = await db.selectFrom('site').select(['id', 'name']).execute()
  const siteById = new Map(sites.map((site) => [String(site.id), site.name]))
  const wordIn = (place: string, key: string) => t(runtimeKey(`${place}.${key}`), { defaultValue: key })
  return (dimension, key) => {
    if (key === '-') return t(`stock.unknown.${dimension}`)
    switch (dimension) {
      case 'ddc':
        return `${key}00 ${termByCode.get(`ddcClass ${key}`) ?? ''}`.trim()
      case 'language':
        return termByCode.get(`language ${key}`) ?? key
      case 'site':
        return siteById.get(key) ?? key
      case 'year':
        return t('stock.decade', { from: key, to: Number(key) + 9 })
      case 'material':
        return wordIn('catalogue.materials', key)
      case 'source':
        return wordIn('catalogue.sources', key)
      case 'class':
        return wordIn('catalogue.specialClasses', key)
      case 'condition':
        return wordIn('copies.conditions', key)
    }
  }
}

import { findIndicator, textKeyOf, type Indicator } from '../../shared/indicators/formulas.ts'
import { measureName, ownFormulaText } from '../../shared/indicators/own-text.ts'
import { periodText } from '../../shared/period-text.ts'
import { runtimeKey } from '../../shared/texts.ts'
import type { Reader } from '../connection.ts'
import { lines, type Block, type CellValue, type OfficialDocument } from '../documents/index.ts'
import { indicatorWords } from '../indicator-words.ts'
import { letterheadOf } from '../minutes-head.ts'
import { changeOf } from './change.ts'
import { measures, weighed, type Computed } from './compute.ts'
import { changeBlocks, leftOutBlocks } from './explanation-change.ts'
import { heading, numberColumn, tableOf, textColumn, wordsFor, type Words } from './explanation-table.ts'
import { leftOutOf } from './left-out/find.ts'
import { readOwn } from './own-reading.ts'
import { figureOf, labelled } from './rows.ts'

/** More than these are a list to look through on a screen: the paper says how many there are and where to find them. */
const mostPrintedRows = 500

type Asked = { indicator: Indicator; period: string }

/** The explanation of one figure, as it goes along with a report: what it is, why it changed, what did not count, the rows. */
export async function explanationPaper(db: Reader, { indicator, period }: Asked): Promise<OfficialDocument> {
  const head = await letterheadOf(db, { number: '', date: null })
  const { code } = indicator
  const told = await indicatorWords(db, head.language)
  const words = wordsFor(head.language, { name: told.name(code), unit: told.unit(code) })
  const { t } = words
  const { figure, isFrozen, position } = await figureOf(db, indicator, period)
  const changes = [
    await changeOf(db, { indicator, period, against: 'previous' }),
    await changeOf(db, { indicator, period, against: 'lastYear' }),
  ]
  return {
    language: head.language,
    letterhead: { ...head.letterhead, symbol: '' },
    kind: t('indicators.paper.kind'),
    subject: t('indicators.paper.subject', {
      code,
      name: words.name,
      period: periodText(t, period, 'phrase'),
    }),
    addressees: [],
    blocks: [
      heading(t('indicators.paper.figure')),
      ...(await figureBlocks(db, { indicator, figure }, words)),
      ...lines(
        t(isFrozen ? 'indicators.paper.signed' : 'indicators.paper.provisional', {
          position: words.number(position),
        }),
        'note',
      ),
      ...changes.flatMap((change, at) => changeBlocks(change, at === 0 ? 'previous' : 'lastYear', words)),
      heading(t('indicators.paper.leftOut')),
      ...leftOutBlocks(await leftOutOf(db, figure), t),
      heading(t('indicators.paper.rows')),
      ...(await rowBlocks(db, figure, words)),
      {
        type: 'signatures',
        places: (['madeBy', 'approvedBy'] as const).map((key) => ({
          capacity: t(`indicators.paper.${key}`),
          name: '',
        })),
      },
    ],
    signature: null,
    recipients: [],
  }
}

async function figureBlocks(
  db: Reader,
  { indicator, figure }: { indicator: Indicator; figure: Computed },
  { t, number, unit }: Words,
): Promise<Block[]> {
  const { code, version, status, value, givenReason, rows } = figure
  const fact = (key: 'value' | 'given' | 'formula' | 'bases', text: string): Block => ({
    type: 'paragraph',
    lead: t(`indicators.paper.facts.${key}`),
    text,
  })
  const shown = value === null ? t(`ui.figure.${status === 'known' ? 'blank' : status}`) : number(value)
  const own = findIndicator(code) ? undefined : (await readOwn(db)).find((each) => each.code === code)
  const formula = own?.versions.find((each) => each.version === version)
  const bases = own
    ? (own.versions[0]?.source ?? '')
    : indicator.bases.map((basis) => t(`indicators.bases.${basis}`)).join('; ')
  return [
    fact('value', value === null ? shown : `${shown} ${unit}`),
    ...(givenReason === undefined ? [] : [fact('given', givenReason)]),
    fact(
      'formula',
      formula
        ? ownFormulaText(t, formula.formula)
        : t(runtimeKey(`indicators.formulas.${textKeyOf(code)}_${version}`)),
    ),
    ...(bases === '' ? [] : [fact('bases', bases)]),
    ...(rows.length > 1
      ? [
          tableOf(
            t,
            [textColumn('part', 60), numberColumn('value', 20), numberColumn('rowCount', 20)],
            rows.map((row) => ({
              part: measureName(t, row.measure),
              value: row.isCollected === false ? { status: 'not_collected' as const } : weighed(row),
              rowCount: row.ids.length,
            })),
          ),
        ]
      : []),
  ]
}

async function rowBlocks(db: Reader, { rows }: Computed, { t, number }: Words): Promise<Block[]> {
  const all = rows.reduce((sum, { ids }) => sum + ids.length, 0)
  if (all === 0) return [{ type: 'paragraph', text: t('indicators.explain.empty') }]
  const printed: Record<string, CellValue>[] = []
  for (const { measure, ids } of rows) {
    const shown = ids.slice(0, mostPrintedRows - printed.length)
    if (shown.length === 0) continue
    const { tableName } = measures[measure]
    for (const { label, detail } of await labelled(db, { measure, ids: shown }))
      printed.push({
        number: printed.length + 1,
        kind: t(runtimeKey(`indicators.rowKinds.${tableName}`)),
        label,
        detail,
      })
  }
  const columns = [
    numberColumn('number', 7),
    textColumn('kind', 18),
    textColumn('label', 47),
    textColumn('detail', 28),
  ]
  return [
    {
      type: 'paragraph',
      text:
        printed.length < all
          ? t('indicators.paper.someRows', { shown: number(printed.length), all: number(all) })
          : t('indicators.paper.allRows', { all: number(all) }),
    },
    tableOf(t, columns, printed),
  ]
}

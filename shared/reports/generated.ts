import type { TFunction } from 'i18next'
import { textKeyOf } from '../indicators/formulas.ts'
import { runtimeKey, type WordAt } from '../texts.ts'
import type { BlockName } from './outline.ts'
import { ratioOf } from './ratio.ts'
import type { TokenFigure } from './tokens.ts'

type Sentence = WordAt<'reports.sentences'>
type FigureBlock = Extract<BlockName, 'm1' | 'm2a' | 'm2b' | 'm2c' | 'm2d' | 'm3' | 'ht' | 'hv'>

/** The figures that a sentence tells; the first leads: without it, or where it is 0, there is nothing to say. */
const sentences: Record<FigureBlock, readonly [Sentence, ...string[]][]> = {
  m1: [
    ['policies', 'M1.01'],
    ['roadmaps', 'M1.02'],
    ['onTime', 'M1.03'],
    ['money', 'M1.04', 'M1.05'],
  ],
  m2a: [
    ['points', 'M2a.01'],
    ['space', 'M2a.02', 'M2a.03'],
    ['staffComputers', 'M2a.04a'],
    ['readerComputers', 'M2a.04b'],
    ['cards', 'M2a.09a', 'M2a.10'],
    ['visits', 'M2a.11'],
    ['outside', 'M2a.12'],
    ['online', 'M2a.13'],
    ['circulation', 'M2a.14'],
  ],
  m2b: [
    ['stock', 'M2b.01', 'M2b.02'],
    ['acquired', 'M2b.04b', 'M2b.04a'],
    ['weeded', 'M2b.05a'],
    ['digital', 'M2b.06', 'M2b.07'],
    ['digitized', 'M2b.08', 'M2b.11'],
    ['collections', 'M2b.14a', 'M2b.14b'],
    ['intact', 'M2b.16'],
  ],
  m2c: [
    ['products', 'M2c.01a'],
    ['userTraining', 'M2c.02', 'M2c.03'],
    ['support', 'M2c.04', 'M2c.05'],
    ['agreements', 'M2c.06', 'M2c.07'],
    ['rotation', 'M2c.10a', 'M2c.10b', 'M2c.10c'],
    ['mobile', 'M2c.11a', 'M2c.11b'],
    ['displays', 'M2c.12a', 'M2c.12c'],
    ['promotion', 'M2c.13a', 'M2c.13b'],
    ['media', 'M2c.14'],
  ],
  m2d: [
    ['staff', 'M2d.01'],
    ['trained', 'M2d.03a'],
    ['digitalSkills', 'M2d.04a'],
    ['courses', 'M2d.05a', 'M2d.05b'],
  ],
  m3: [
    ['domestic', 'M3.01a'],
    ['foreign', 'M3.01b'],
    ['givenBooks', 'M3.04a'],
    ['givenEquipment', 'M3.04b'],
  ],
  ht: [
    ['projects', 'HT.01'],
    ['delegations', 'HT.03c', 'HT.03a', 'HT.03b'],
    ['conferences', 'HT.04'],
    ['foreignAgreements', 'HT.05'],
  ],
  hv: [
    ['members', 'HV.01b', 'HV.01a'],
    ['admitted', 'HV.02'],
    ['bookDays', 'HV.07a', 'HV.07b'],
  ],
}

type Milestone = { name: string; due: string }
export type Told = {
  figures: readonly TokenFigure[]
  /** Of the plans, due in the time to come. */
  milestones: readonly Milestone[]
  /** Whether the year began before the period did. */
  hasYear: boolean
  t: TFunction
  date: (day: string) => string
}

const mostNamed = 6
const clearChange = 10

/** What a block says by itself, its numbers as tokens; '' where only people can say it. */
export function generatedText(block: BlockName, told: Told): string {
  switch (block) {
    case 'general':
    case 'causes':
    case 'department':
    case 'ministry':
      return ''
    case 'strengths':
      return changes(told, (ratio) => ratio >= 100 + clearChange)
    case 'weaknesses':
      return changes(told, (ratio) => ratio <= 100 - clearChange)
    case 'next':
      return told.milestones
        .map(({ name, due }) => told.t('reports.narrative.milestone', { name, due: told.date(due) }))
        .join('\n')
    default:
      return sentencesOf(block, told)
  }
}

function sentencesOf(block: FigureBlock, { figures, hasYear, t }: Told): string {
  const byCode = new Map(figures.map((figure) => [figure.code, figure]))
  const isKnown = (code: string) => byCode.get(code)?.status === 'known'
  const told = sentences[block]
    .filter(([, ...codes]) => codes.every(isKnown) && byCode.get(codes[0] ?? '')?.value !== 0)
    .map(([key, lead = '']) => {
      const figure = byCode.get(lead)
      const isFlow =
        hasYear && figure?.yearToDate?.status === 'known' && figure.yearToDate.value !== figure.value
      const clauses = [
        t(`reports.sentences.${key}`),
        ...(isFlow ? [t('reports.narrative.toDate', { token: `{${lead}:year}` })] : []),
        ...(figure && figure.progress && figure.progress.percent !== null
          ? [t('reports.narrative.reached', { token: `{${lead}:plan}` })]
          : []),
        ...(figure && hasMoved(figure) ? [`{${lead}:change}`] : []),
      ]
      return `${clauses.join(', ')}.`
    })
  if (told.length > 0) return told.join(' ')
  // The headings are numbered as the Ministry's letter numbers them: none may be missing.
  const isNought = sentences[block].every(([, lead]) => isKnown(lead ?? ''))
  return t(isNought ? 'reports.narrative.nothing' : 'reports.narrative.nothingKnown')
}

/** What stays as it was a year ago, as seats and rooms do, is not worth a word. */
function hasMoved(figure: TokenFigure): boolean {
  const ratio = ratioOf(figure.code, figure, figure.samePeriodLastYear)
  return ratio !== null && ratio !== 100
}

/** Figures that moved clearly against the same period last year, the strongest first. */
function changes({ figures, t }: Told, isMeant: (ratio: number) => boolean): string {
  const moved = figures
    .flatMap((figure) => {
      const ratio = ratioOf(figure.code, figure, figure.samePeriodLastYear)
      return ratio !== null && isMeant(ratio) ? [{ code: figure.code, by: Math.abs(ratio - 100) }] : []
    })
    .toSorted((a, b) => b.by - a.by)
    .slice(0, mostNamed)
  return moved
    .map(({ code }) =>
      t('reports.narrative.moved', {
        name: t(runtimeKey(`indicators.names.${textKeyOf(code)}`)),
        token: `{${code}:change}`,
      }),
    )
    .join('\n')
}

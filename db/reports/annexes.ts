import type { TFunction } from 'i18next'
import { annexNames, type AnnexName } from '../../shared/reports/annexes.ts'
import type { Period } from '../../shared/reports/contract.ts'
import type { Language } from '../../shared/texts.ts'
import { heldList } from '../activities/index.ts'
import type { Reader } from '../connection.ts'
import { reportPart as digitizationPart } from '../digitization/index.ts'
import type { Annex, Block } from '../documents/document.ts'
import type { IndicatorWords } from '../indicator-words.ts'
import { classTable, eventTable, partnerTable, sheetTable } from './annex-tables.ts'
import { channelTable, shareTable, typeTable } from './chart-tables.ts'
import { figureTable } from './figure-table.ts'
import type { Figures } from './figures.ts'
import { notedFigures } from './noted-figures.ts'
import { decisionTable, plannedTable } from './target-tables.ts'

export type NamedAnnex = Annex & { name: AnnexName; isEmpty: boolean }
type Given = {
  figures: Figures
  day: string
  language: Language
  t: TFunction
  words: IndicatorWords
}

/** Every annex as it would be printed; one that has nothing to say is empty and stays away. */
export async function annexesOf(db: Reader, period: Period, given: Given): Promise<NamedAnnex[]> {
  const annexes = []
  for (const name of annexNames) {
    const { blocks, isEmpty } = await contentOf[name](db, period, given)
    const title = given.t(`reports.annexes.${name}`)
    const orientation = name === 'figures' ? ('landscape' as const) : ('portrait' as const)
    annexes.push({ name, title, orientation, blocks, isEmpty })
  }
  return annexes
}

type Content = { blocks: Block[]; isEmpty: boolean }

const contentOf: Record<AnnexName, (db: Reader, period: Period, given: Given) => Content | Promise<Content>> =
  {
    sheet: (_, __, { figures, t }) => sheetTable(figures, t),
    figures: (_, period, { figures, t, language, words }) => ({
      blocks: [
        figureTable(period, figures, { t, words }),
        ...notedFigures(figures, t, words.name),
        ...plannedTable(figures, { t, language, words }),
        ...channelTable(figures, { t, language, words }),
      ],
      isEmpty: false,
    }),
    async digitization(db, period, { figures, day, language, t, words }) {
      const classes = classTable(figures, t)
      const progress = await digitizationPart(db, day < period.to ? day : period.to, language)
      const shares = shareTable(period, figures, { t, language, words })
      return {
        blocks: [...classes.blocks, ...shares, ...progress],
        isEmpty: classes.isEmpty && shares.length + progress.length === 0,
      }
    },
    d206: (_, __, { figures, t, language, words }) => decisionTable(figures, { t, language, words }),
    async events(db, { from, to }, { t, language, words }) {
      const held = await heldList(db, { from, to }, t)
      const { blocks, isEmpty } = eventTable(held, t)
      return { blocks: [...typeTable(held, { t, language, words }), ...blocks], isEmpty }
    },
    partners: (_, { kind }, { figures, t }) =>
      kind === 'year' ? partnerTable(figures, t) : { blocks: [], isEmpty: true },
  }

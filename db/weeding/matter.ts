import type { TFunction } from 'i18next'
import type { Language } from '../../shared/texts.ts'
import type { Paper, Weeding } from '../../shared/weeding/contract.ts'
import type { PaperKind } from '../../shared/weeding/rules.ts'
import type { Annex, Block, OfficialDocument } from '../documents/document.ts'
import type { ItemsOf } from './paper-items.ts'
import type { shareOf } from './reading.ts'
import type { sumsOf } from './record.ts'

/** Stands for the long list, whose rows the items keep: a paper of thousands of copies stays a page of text. */
export type ItemsBlock = { type: 'items'; of: ItemsOf }
type Stored<Part> = Omit<Part, 'blocks'> & { blocks: (Block | ItemsBlock)[] }
/** A paper as it is kept once it is signed. */
export type WeedingPaper = Omit<Stored<OfficialDocument>, 'annexes'> & { annexes?: Stored<Annex>[] }

/** Everything a paper of a dossier is written from. */
export type Matter = {
  t: TFunction
  language: Language
  libraryName: string
  number: (value: number) => string
  weeding: Weeding
  paper: Paper
  papers: ReadonlyMap<PaperKind, Paper>
  sums: Awaited<ReturnType<typeof sumsOf>>
  share: ReturnType<typeof shareOf>
  today: string
}

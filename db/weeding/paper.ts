import type { Paper, Weeding } from '../../shared/weeding/contract.ts'
import type { PaperKind } from '../../shared/weeding/rules.ts'
import type { Reader } from '../connection.ts'
import { stockOn } from '../copies/index.ts'
import type { Annex, Block, OfficialDocument } from '../documents/document.ts'
import { shownNumber } from '../documents/numbers.ts'
import { wordsIn } from '../words.ts'
import type { ItemsBlock, Matter, WeedingPaper } from './matter.ts'
import { approval } from './paper-approval.ts'
import { council, minutes } from './paper-council.ts'
import { itemTable } from './paper-items.ts'
import { list, proposal } from './paper-proposal.ts'
import { readPapers, shareOf } from './reading.ts'
import { sumsOf } from './record.ts'

const writers = { proposal, list, council, minutes, approval } satisfies Record<
  PaperKind,
  (matter: Matter) => WeedingPaper
>

/** A paper written anew from what the dossier holds now. */
export async function paperOf(
  db: Reader,
  { weeding, paper, today }: { weeding: Weeding; paper: Paper; today: string },
): Promise<WeedingPaper> {
  const library = await db.selectFrom('library').select(['language', 'name']).executeTakeFirstOrThrow()
  const { language } = library
  const papers = await readPapers(db, weeding.id)
  const stock = await stockOn(db, today)
  return writers[paper.kind]({
    t: wordsIn[language],
    language,
    libraryName: library.name,
    number: (value) => shownNumber(value, language),
    weeding,
    paper,
    papers: new Map(papers.map((each) => [each.kind, each])),
    sums: await sumsOf(db, weeding.id),
    share: shareOf(weeding.copies, stock),
    today,
  })
}

/** The signed paper word for word, or the draft of one that is not signed yet, ready to be rendered. */
export async function printable(
  db: Reader,
  { weeding, paper, today }: { weeding: Weeding; paper: Paper; today: string },
): Promise<OfficialDocument> {
  const { paper: signed } = await db
    .selectFrom('weedingPaper')
    .select('paper')
    .where('id', '=', paper.id)
    .executeTakeFirstOrThrow()
  const stored = signed ? (JSON.parse(signed) as WeedingPaper) : await paperOf(db, { weeding, paper, today })
  const withRows = async (blocks: readonly (Block | ItemsBlock)[]): Promise<Block[]> => {
    const filled: Block[] = []
    for (const block of blocks)
      filled.push(block.type === 'items' ? await itemTable(db, weeding.id, block.of, stored.language) : block)
    return filled
  }
  const annexes: Annex[] = []
  for (const annex of stored.annexes ?? []) annexes.push({ ...annex, blocks: await withRows(annex.blocks) })
  return { ...stored, blocks: await withRows(stored.blocks), annexes }
}

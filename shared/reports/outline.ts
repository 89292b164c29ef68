/** The outline of a report; each block is written by itself. */
export const chapters = [
  { chapter: 'results', blocks: ['m1', 'm2a', 'm2b', 'm2c', 'm2d', 'm3', 'ht', 'hv'] },
  { chapter: 'assessment', blocks: ['general', 'strengths', 'weaknesses', 'causes'] },
  { chapter: 'next', blocks: ['next'] },
  { chapter: 'proposals', blocks: ['department', 'ministry'] },
] as const

export type Chapter = (typeof chapters)[number]['chapter']
export type BlockName = (typeof chapters)[number]['blocks'][number]
export const blockNames: readonly BlockName[] = chapters.flatMap(({ blocks }) => [...blocks])

const romans = ['I', 'II', 'III', 'IV'] as const

/** Chapters and blocks that have something to say, the chapters numbered as they are printed. */
export function told<Block extends { block: BlockName; text: string }>(
  blocks: readonly Block[],
  isShown: (block: Block) => boolean = ({ text }) => text.trim() !== '',
): { chapter: Chapter; roman: string; blocks: Block[] }[] {
  return chapters
    .map(({ chapter, blocks: names }) => ({
      chapter,
      blocks: names.flatMap((name) => blocks.filter((each) => each.block === name && isShown(each))),
    }))
    .filter((each) => each.blocks.length > 0)
    .map((each, at) => ({ ...each, roman: romans[at] ?? '' }))
}

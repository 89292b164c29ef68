import type { WordedBlock } from './worded.ts'

const longestTied = 1200
/** More rows of signatures than this leave no room on a page for all of them. */
const mostRowsTied = 4

/**
 * The blocks from `from` up to `to` stay on one page: signatures must not stand alone on one. They are a last
 * paragraph of no great length, the headings above it and the rows of signatures below it.
 */
export function tiedToSignature(blocks: readonly WordedBlock[]): { from: number; to: number } {
  const last = blocks.findLastIndex((block) => block.type !== 'signatures')
  const to = Math.min(blocks.length, last + 1 + mostRowsTied)
  const paragraph = blocks[last]
  const isShort = paragraph?.type === 'paragraph' && paragraph.text.length <= longestTied
  if (!isShort) return { from: last + 1, to }
  return { from: blocks.slice(0, last).findLastIndex((block) => block.type !== 'heading') + 1, to }
}

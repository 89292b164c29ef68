import { withdrawalLimit } from '../../shared/copies/rules.ts'
import { displayDate } from '../../shared/dates.ts'
import { percentOf } from '../../shared/weeding/rules.ts'
import type { Matter, WeedingPaper } from './matter.ts'
import {
  aboveLimit,
  basis,
  body,
  disposalLines,
  frame,
  groundTable,
  lawBases,
  ownWords,
} from './paper-frame.ts'

/** Tờ trình: why, how many, what becomes of them. */
export function proposal(matter: Matter): WeedingPaper {
  const { t, number, weeding, share, sums, paper, libraryName, today } = matter
  const percent = percentOf(share.copies, share.stock, withdrawalLimit * 100)
  const governing = paper.content.addressees.split('\n')[0] ?? ''
  return {
    ...frame(matter),
    blocks: [
      ...lawBases(matter).map(basis),
      ...ownWords(paper.content.text),
      body(
        t('weeding.paper.proposes', {
          library: libraryName,
          year: weeding.year,
          copies: number(share.copies),
          titles: number(sums.titles),
          amount: number(sums.amountMinor),
        }),
      ),
      groundTable(matter),
      body(
        t(share.isAboveLimit ? 'weeding.paper.shareAbove' : 'weeding.paper.share', {
          percent: number(percent),
          stock: number(share.stock),
          on: displayDate(paper.signedOn ?? today),
          most: number(share.most),
        }),
      ),
      ...(share.isAboveLimit
        ? [body(t('weeding.paper.limitReason', { reason: paper.content.aboveLimitReason || '……' }))]
        : []),
      body(t('weeding.paper.disposalAsked')),
      { type: 'list', items: disposalLines(matter) },
      body(t('weeding.paper.submits', { library: libraryName, governing })),
      body(t('weeding.paper.enclosed')),
    ],
  }
}

/** Danh mục: every copy, with why it is to leave. */
export function list(matter: Matter): WeedingPaper {
  const { t, paper } = matter
  const { signature, ...rest } = frame(matter)
  const compiler = { capacity: t('weeding.paper.compiler'), name: '' }
  return {
    ...rest,
    orientation: 'landscape',
    signature: null,
    blocks: [
      ...ownWords(paper.content.text),
      ...aboveLimit(matter),
      { type: 'items', of: paper.signedOn === null ? 'listed' : 'signed' },
      { type: 'signatures', places: signature ? [compiler, signature] : [compiler] },
    ],
  }
}

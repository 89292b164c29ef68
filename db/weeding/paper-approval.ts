import type { Matter, WeedingPaper } from './matter.ts'
import { body, cited, decision, disposalLines, frame, lawBases } from './paper-frame.ts'

/** Quyết định phê duyệt danh mục và hình thức xử lý, with the list as its annex. */
export function approval(matter: Matter): WeedingPaper {
  const { t, number, paper, weeding, share, sums, libraryName } = matter
  const bases = [
    ...lawBases(matter),
    t('weeding.paper.bases.minutes', { cited: cited(matter, 'minutes') }),
    t('weeding.paper.bases.proposal', { library: libraryName, cited: cited(matter, 'proposal') }),
  ]
  const approved = t('weeding.paper.approval.approves', {
    copies: number(share.copies),
    titles: number(sums.titles),
    amount: number(sums.amountMinor),
    library: libraryName,
    year: weeding.year,
  })
  return {
    ...frame(matter),
    blocks: decision(matter, bases, [
      [body(approved)],
      [body(t('weeding.paper.approval.disposal')), { type: 'list', items: disposalLines(matter) }],
      [body(t('weeding.paper.approval.carriesOut', { library: libraryName }))],
      ...paper.content.text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => [body(line)]),
      [body(t('weeding.paper.approval.force', { library: libraryName }))],
    ]),
    annexes: [
      {
        title: t('weeding.paper.approval.annex', { year: weeding.year }),
        orientation: 'landscape',
        blocks: [{ type: 'items', of: 'approved' }],
      },
    ],
  }
}

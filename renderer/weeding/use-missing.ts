import { useTranslation } from 'react-i18next'
import type { WeedingRecord } from '../../shared/weeding/contract.ts'
import type { PaperKind } from '../../shared/weeding/rules.ts'
import { useNumberText } from '../ui/use-number-text.ts'

/** What a paper still lacks before it can be recorded as signed, in words. */
export function useMissing(weeding: WeedingRecord): (kind: PaperKind) => string[] {
  const { t } = useTranslation()
  const number = useNumberText()
  return (kind) => {
    const { copies, cannotCount, papers } = weeding
    const content = papers.find((paper) => paper.kind === kind)?.content
    const members = content?.members ?? []
    return [
      ...(copies === 0 ? [t('weeding.missing.copies')] : []),
      ...(kind === 'council' && !members.some(({ role }) => role === 'chair')
        ? [t('weeding.missing.chair')]
        : []),
      ...(kind === 'minutes' && content?.votesFor === null ? [t('weeding.missing.votes')] : []),
      ...(kind === 'approval' && cannotCount > 0
        ? [t('weeding.missing.cannot', { count: cannotCount, shown: number(cannotCount) })]
        : []),
    ]
  }
}

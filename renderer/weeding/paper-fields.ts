import type { PaperContent } from '../../shared/weeding/contract.ts'
import type { PaperKind } from '../../shared/weeding/rules.ts'

/** Fields of a paper's content that are one line, many lines or a number; the council's members stand apart. */
export type ContentField = Exclude<keyof PaperContent, 'members'>

const byKind: Record<PaperKind, readonly ContentField[]> = {
  proposal: ['text'],
  list: ['text'],
  council: ['text'],
  minutes: ['startsAt', 'endsAt', 'meetingPlace', 'votesFor', 'votesAgainst', 'absent', 'text'],
  approval: ['text'],
}

/** What a kind of paper says, in the order of the paper. */
export function fieldsOf(kind: PaperKind): readonly ContentField[] {
  return byKind[kind]
}

/** Who writes, who signs, who gets it: right from the start for most, so it stands folded below. */
export function frameFieldsOf(kind: PaperKind): readonly ContentField[] {
  const head = ['parentBody', 'issuingBody', 'place'] as const
  if (kind === 'minutes') return head
  const ending = ['capacity', 'signer', ...(kind === 'list' ? [] : (['recipients'] as const))] as const
  return kind === 'proposal' ? [...head, 'addressees', ...ending] : [...head, ...ending]
}

export const longFields: readonly ContentField[] = ['text', 'recipients', 'addressees', 'aboveLimitReason']
export const numberFields: readonly ContentField[] = ['votesFor', 'votesAgainst']

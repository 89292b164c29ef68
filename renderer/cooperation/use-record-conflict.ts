import { useState } from 'react'
import { useCall } from '../app/operations.ts'
import { useConflict } from '../app/use-conflict.ts'
import { fieldsOfParts, partsOf, type RecordParts } from './record-parts.ts'
import { linkKey, type LinkNames } from './use-part-words.ts'

export type Version<Fields> = { rev: number; fields: Fields }
/** An answer as a version of what a form asks for. */
export function versionOf<Fields>(
  answer: { ok: true; value: { rev: number } } | { ok: false },
  schema: { parse: (record: unknown) => Fields },
): Version<Fields> | null {
  return answer.ok ? { rev: answer.value.rev, fields: schema.parse(answer.value) } : null
}

export type TheirParts = RecordParts & { rev: number }

type Props<Fields> = {
  /** The record as it stands now; null where it cannot be had. */
  newest: () => Promise<Version<Fields> | null>
  saveMerged: (merged: Fields, theirs: Version<Fields>) => Promise<void>
}

/** What a form here does when somebody else saved first: merges, and shows both versions of what both changed. */
export function useRecordConflict<Fields extends object>({ newest, saveMerged }: Props<Fields>) {
  const nameOf = useLinkName()
  const [names, setNames] = useState<LinkNames>(new Map())
  const conflict = useConflict<RecordParts, TheirParts>({
    fieldsOf: withoutRev,
    async current() {
      const theirs = await newest()
      return theirs && { ...partsOf(theirs.fields), rev: theirs.rev }
    },
    saveMerged: (merged, theirs) =>
      saveMerged(fieldsOfParts(merged) as Fields, {
        rev: theirs.rev,
        fields: fieldsOfParts(withoutRev(theirs)) as Fields,
      }),
  })
  async function meet(mine: Fields, base: Fields): Promise<void> {
    const theirs = await newest()
    if (!theirs) return
    setNames(await namesIn([partsOf(mine), partsOf(theirs.fields)], nameOf))
    await conflict.meet(partsOf(mine), partsOf(base))
  }
  return { of: conflict, meet, names }
}

function withoutRev({ rev: _, ...parts }: TheirParts): RecordParts {
  return parts
}

async function namesIn(
  versions: readonly RecordParts[],
  nameOf: (part: string, id: number) => Promise<string | null>,
): Promise<LinkNames> {
  const names = new Map<string, string>()
  for (const [part, value] of versions.flatMap((parts) => Object.entries(parts))) {
    if (!/Ids?$/.test(part)) continue
    for (const id of [value].flat()) {
      if (typeof id !== 'number' || names.has(linkKey(part, id))) continue
      const name = await nameOf(part, id)
      if (name !== null) names.set(linkKey(part, id), name)
    }
  }
  return names
}

function useLinkName() {
  const call = useCall()
  return async (part: string, id: number): Promise<string | null> => {
    switch (part) {
      case 'partnerId':
      case 'partnerIds': {
        const answer = await call('cooperation.partner', { id })
        return answer.ok ? answer.value.name : null
      }
      case 'projectId': {
        const answer = await call('cooperation.project', { id })
        return answer.ok ? answer.value.name : null
      }
      case 'renewsId': {
        const answer = await call('cooperation.agreement', { id })
        return answer.ok ? answer.value.name : null
      }
      case 'activityId':
      case 'activityIds': {
        const answer = await call('activities.activity', { id })
        return answer.ok ? answer.value.name : null
      }
      case 'voucherId': {
        const answer = await call('copies.voucher', { id })
        return answer.ok ? answer.value.number : null
      }
      default:
        return null
    }
  }
}

import type {
  Consent,
  ConsentFields,
  ConsentGiver,
  ReaderFields,
  ReaderRecord,
} from '../../shared/readers/contract.ts'
import { consentsNeeded } from '../../shared/readers/lending.ts'
import type { Reader } from '../connection.ts'
import type { Fail } from '../failure.ts'
import { requireGroup } from './settings.ts'

type NewPerson = {
  fields: ReaderFields
  isChild: boolean
  consents: readonly ConsentFields[]
  today: string
}

/** Whoever answers for a child is named: a consent of nobody is none. */
export function requireConsents(
  { fields, isChild, consents, today }: NewPerson,
  fail: Fail<'consent_missing' | 'guardian_missing'>,
): void {
  const { name, bornOn, guardian } = fields
  const needed = consentsNeeded({ isChild, bornOn }, today)
  const givenBy = lacking(needed, consents)
  if (givenBy) fail('consent_missing', { givenBy, name })
  if (needed.includes('guardian') && guardian === '') fail('guardian_missing', { name })
}

/** A change that makes an adult a child needs what a child needs; what was lacking before holds up no other change. */
export async function requireConsentsAfter(
  db: Reader,
  { before, fields, today }: { before: ReaderRecord; fields: ReaderFields; today: string },
  fail: Fail<'consent_first' | 'guardian_missing' | 'group_not_found'>,
): Promise<void> {
  const needed = async ({ groupId, bornOn }: ReaderFields) =>
    consentsNeeded({ isChild: (await requireGroup(db, groupId, fail)).isChild, bornOn }, today)
  const known = await needed(before)
  const added = (await needed(fields)).filter((giver) => !known.includes(giver))
  const givenBy = lacking(added, before.consents.filter(stands))
  if (givenBy) fail('consent_first', { givenBy, name: fields.name })
  if (added.includes('guardian') && fields.guardian === '') fail('guardian_missing', { name: fields.name })
}

const stands = ({ withdrawnOn }: Pick<Consent, 'withdrawnOn'>) => withdrawnOn === null

/** Whose consent is still to be asked for. */
function lacking(
  needed: readonly ConsentGiver[],
  given: readonly { givenBy: ConsentGiver }[],
): ConsentGiver | 'both' | undefined {
  const [missing, other] = needed.filter((giver) => !given.some(({ givenBy }) => givenBy === giver))
  return other ? 'both' : missing
}

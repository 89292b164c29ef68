import * as z from 'zod'
import { ReaderFields, consentForms, type ConsentGiver } from '../../shared/readers/contract.ts'
import type { Input } from '../app/operation-types.ts'

const ConsentValues = z.object({
  isGiven: z.boolean(),
  form: z.enum(consentForms),
  givenOn: z.iso.date().nullable(),
})

/** The form of a person: what is kept of them, and whose consent was given. */
export const formSchema = ReaderFields.extend({
  // A choice of a form is text.
  groupId: z.coerce.number().pipe(z.int().positive()),
  cardNumber: z.string().max(40),
  consents: z.object({ reader: ConsentValues, guardian: ConsentValues }),
})
export type ReaderValues = z.output<typeof formSchema>

/** Only what is needed and was ticked is recorded. */
export function consentsOf(
  { consents }: Pick<ReaderValues, 'consents'>,
  needed: readonly ConsentGiver[],
): NonNullable<Input<'readers.addReader'>['consents']> {
  return needed.flatMap((givenBy) => {
    const { isGiven, form, givenOn } = consents[givenBy]
    return isGiven && givenOn !== null ? [{ givenBy, form, givenOn }] : []
  })
}

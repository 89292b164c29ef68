import { displayDate } from '../../shared/dates.ts'
import type { CardEntry } from '../../shared/labels/contract.ts'
import type { ReaderRow } from '../../shared/readers/contract.ts'

/** What is printed on a card, of everyone who has one. */
export function cardsOf(
  readers: readonly Pick<ReaderRow, 'name' | 'unit' | 'cardNumber' | 'expiresOn'>[],
): CardEntry[] {
  return readers.flatMap(({ name, unit, cardNumber, expiresOn }) =>
    cardNumber === null || cardNumber === ''
      ? []
      : [
          {
            personName: name,
            cardNumber,
            unit,
            validUntil: expiresOn === null ? '' : displayDate(expiresOn),
          },
        ],
  )
}

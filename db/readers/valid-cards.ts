import { sql, type RawBuilder } from 'kysely'

/** A card is valid on a day when an issue or a renewal covers it and it had not ended. */
export function validCardsOn(day: string): RawBuilder<{ id: number }> {
  return sql<{ id: number }>`select card.id from readerCard as card
    where card.issuedOn <= ${day} and (card.endedOn is null or card.endedOn > ${day})
      and exists (select 1 from readerCardAct as act
        where act.cardId = card.id and act."on" <= ${day} and act.until >= ${day}) order by card.id`
}

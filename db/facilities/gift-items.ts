import { sql } from 'kysely'
import type { EquipmentFields, EquipmentRow } from '../../shared/facilities/contract.ts'
import type { Reader } from '../connection.ts'
import type { Fail } from '../failure.ts'

type Given = NonNullable<EquipmentRow['gift']>
type Row = Given & { itemId: number }

/** The gift behind each line that something is tied to. */
export async function giftsByItem(db: Reader, itemIds: readonly number[]): Promise<Map<number, Given>> {
  if (itemIds.length === 0) return new Map()
  const { rows } = await sql<Row>`
    select item.id as itemId, gift.id, gift.what, gift.projectId, project.name as projectName, gift.partnerId,
      ifnull(partner.name, gift.donorName) as donorName
    from giftItem as item join gift on gift.id = item.giftId
    left join cooperationProject as project on project.id = gift.projectId
    left join partner on partner.id = gift.partnerId
    where item.id in (select value from json_each(${JSON.stringify(itemIds)}))`.execute(db)
  return new Map(rows.map(({ itemId, ...gift }) => [itemId, gift]))
}

/** What came by a gift says by the gift where it came from. */
export async function settledOrigin(db: Reader, fields: EquipmentFields): Promise<EquipmentFields> {
  if (fields.giftItemId === null) return fields
  const gift = (await giftsByItem(db, [fields.giftItemId])).get(fields.giftItemId)
  const source = gift && gift.projectId !== null ? 'project' : 'donation'
  return { ...fields, source, sourceName: '' }
}

type Checked = { giftItemId: number | null; id: number | null; row: number }

/** No more things than were given: the gift is what counts them as received. */
export async function requireGiven(
  db: Reader,
  { giftItemId, id, row }: Checked,
  fail: Fail<'gift_item_not_found' | 'more_than_given'>,
): Promise<void> {
  if (giftItemId === null) return
  const { rows } = await sql<{ name: string; quantity: number; recorded: number }>`
    select item.name, item.quantity,
      (select count(*) from equipment where giftItemId = item.id and id is not ${id}) as recorded
    from giftItem as item join gift on gift.id = item.giftId
    where item.id = ${giftItemId} and gift.kind = 'equipment' and gift.removedOn is null`.execute(db)
  const [item] = rows
  if (!item) return fail('gift_item_not_found', { row })
  if (item.recorded >= item.quantity) fail('more_than_given', { row, ...item })
}

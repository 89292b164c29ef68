import { sql } from 'kysely'
import type { Material, SpecialClass } from '../../shared/catalogue/contract.ts'
import { parseRecord } from '../catalogue/index.ts'
import type { Reader } from '../connection.ts'
import type { Incoming } from '../interchange/index.ts'

const readAtOnce = 250

/** The titles of the former unit with their records, in the order of their numbers; `at` is the number. */
export async function* unitTitles(unit: Reader): AsyncGenerator<Incoming[]> {
  for (let after = 0; ;) {
    const { rows } = await sql<{ id: number; marc: string }>`
      select title.id, marcRecord.marc from title join marcRecord on marcRecord.id = title.id
      where title.id > ${after} and title.removedOn is null order by title.id limit ${readAtOnce}`.execute(
      unit,
    )
    const last = rows.at(-1)
    if (!last) return
    after = last.id
    yield rows.map(({ id, marc }) => ({
      file: 0,
      at: id,
      length: 0,
      record: parseRecord(marc),
      drafts: [],
      problems: [],
    }))
  }
}

export type UnitTitle = {
  id: number
  material: Material
  digitalOrigin: 'self' | 'bought' | 'exchanged' | 'open' | null
  hostId: number | null
  classes: { class: SpecialClass; evidence: string }[]
}

/** What a record does not say of a title. */
export async function besideTitles(unit: Reader, ids: readonly number[]): Promise<Map<number, UnitTitle>> {
  const { rows } = await sql<Omit<UnitTitle, 'classes'> & { classes: string }>`
    select title.id, title.material, title.digitalOrigin, title.hostId,
      (select json_group_array(json_object('class', class, 'evidence', evidence)) from titleClass
        where titleId = title.id and endedOn is null) as classes
    from json_each(${JSON.stringify(ids)}) as wanted cross join title on title.id = wanted.value`.execute(
    unit,
  )
  return new Map(
    rows.map((row) => [row.id, { ...row, classes: JSON.parse(row.classes) as UnitTitle['classes'] }]),
  )
}

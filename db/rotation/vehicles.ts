import { displayDate } from '../../shared/dates.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'
import type { Fail } from '../failure.ts'

/** Vehicles are equipment, kept and retired where all other is. */
export const vehicleQueries: Pick<QueriesOf<'rotation'>, 'vehicles'> = {
  async vehicles({ on }, { db }) {
    return db
      .selectFrom('equipment')
      .select(['id', 'name', 'inventoryNumber'])
      .where('kind', '=', 'vehicle')
      .where('acquiredOn', '<=', on)
      .where((is) => is.or([is('retiredOn', 'is', null), is('retiredOn', '>', on)]))
      .orderBy('id')
      .execute()
  },
}

type Vehicle = { name: string; acquiredOn: string; retiredOn: string | null }

export async function requireVehicle(
  db: Reader,
  id: number | null,
  fail: Fail<'vehicle_not_found'>,
): Promise<Vehicle | null> {
  if (id === null) return null
  const vehicle = await db
    .selectFrom('equipment')
    .select(['name', 'acquiredOn', 'retiredOn'])
    .where('id', '=', id)
    .where('kind', '=', 'vehicle')
    .executeTakeFirst()
  return vehicle ?? fail('vehicle_not_found', { id })
}

/** One that the library had and had not retired by then. */
export async function requireVehicleOn(
  db: Reader,
  { id, on }: { id: number | null; on: string },
  fail: Fail<'vehicle_not_found' | 'vehicle_retired'>,
): Promise<void> {
  const vehicle = await requireVehicle(db, id, fail)
  if (!vehicle) return
  const { name, acquiredOn, retiredOn } = vehicle
  if (acquiredOn > on || (retiredOn !== null && retiredOn <= on))
    fail('vehicle_retired', {
      name,
      on: displayDate(on),
      from: displayDate(acquiredOn),
      until: retiredOn === null ? '' : displayDate(retiredOn),
    })
}

import { addDays } from '../../shared/dates.ts'
import { isOverdue } from '../../shared/rotation/rules.ts'
import { waiting, type DueReader } from '../due.ts'
import { findSessions } from './sessions.ts'
import { findShipments } from './reading.ts'

/** What must be fetched within the week or should be back already, and sessions of which nobody said that they were held. */
export const due: DueReader = {
  can: 'rotation.read',
  async find(db, { today, until }) {
    const open = await findShipments(db, {
      text: '',
      on: today,
      state: 'open',
      pointId: null,
      sentFrom: null,
      sentTo: null,
    })
    const near = open
      .flatMap(({ number, pointName, ...row }) =>
        row.dueOn !== null && (isOverdue(row, today) || row.dueOn <= until)
          ? [{ on: row.dueOn, name: `${number} · ${pointName}` }]
          : [],
      )
      .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    const untold = await findSessions(db, {
      text: '',
      from: null,
      to: addDays(today, -1),
      state: 'planned',
      siteId: null,
      routeId: null,
      vehicleId: null,
    })
    const sessions = untold.map(({ on, pointName, place }) => ({ on, name: pointName ?? place }))
    return [...waiting('shipmentsDue', near), ...waiting('mobileUntold', sessions)]
  },
}

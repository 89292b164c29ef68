import type { QueriesOf } from '../context.ts'
import { checklistQueries } from './checklist.ts'
import { dueQueries } from './due.ts'
import { equipmentQueries } from './equipment.ts'
import { registerQueries } from './registers.ts'
import { retirementQueries } from './retirement.ts'
import { roomQueries } from './rooms.ts'

export const queries: QueriesOf<'facilities'> = {
  ...roomQueries,
  ...equipmentQueries,
  ...retirementQueries,
  ...registerQueries,
  ...dueQueries,
  ...checklistQueries,
}

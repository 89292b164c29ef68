import { demoActivities } from '../../shared/demo/activities.ts'
import { demoCooperation } from '../../shared/demo/cooperation.ts'
import { demoCounters } from '../../shared/demo/counters.ts'
import { demoNetwork } from '../../shared/demo/network.ts'
import { demoResources } from '../../shared/demo/resources.ts'
import { demoRotation } from '../../shared/demo/rotation.ts'
import type { ChunkContext } from '../context.ts'
import { insertDemoActivities } from './activities.ts'
import { insertDemoAssociation } from './association.ts'
import { insertDemoCooperation } from './cooperation.ts'
import { insertDemoCounters } from './counters.ts'
import { insertDemoDigitization } from './digitization.ts'
import { insertDemoFigures } from './figures.ts'
import { insertDemoPlans } from './plans.ts'
import { insertDemoNetwork } from './network.ts'
import { insertDemoResources } from './resources.ts'
import { insertDemoRotation } from './rotation.ts'

/** What a sample library has beside its stock; each is written in one piece, and taken back by what it wrote. */
export const parts = {
  activities: ({ db, today }) => insertDemoActivities(db, demoActivities(today)),
  association: ({ db, today }) => insertDemoAssociation(db, today),
  cooperation: ({ db, today }) => insertDemoCooperation(db, demoCooperation(today)),
  plans: ({ db, today }) => insertDemoPlans(db, today),
  network: ({ db, today }) => insertDemoNetwork(db, demoNetwork(today)),
  resources: ({ db, today }) => insertDemoResources(db, demoResources(today)),
  rotation: ({ db, today }) => insertDemoRotation(db, demoRotation(today)),
  counters: ({ db, today }) => insertDemoCounters(db, demoCounters(today)),
  figures: insertDemoFigures,
  digitization: insertDemoDigitization,
} satisfies Record<string, (context: ChunkContext, seed: number) => Promise<void>>

export type PartName = keyof typeof parts
export const partNames = Object.keys(parts) as PartName[]

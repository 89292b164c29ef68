import type { ModuleName, OperationName } from '../../../shared/contracts.ts'
import type { AnyExample, ExamplesOf } from '../example.ts'
import { activities } from './activities.ts'
import { association } from './association.ts'
import { backup } from './backup.ts'
import { catalogue } from './catalogue.ts'
import { cooperation } from './cooperation.ts'
import { copies } from './copies.ts'
import { demo } from './demo.ts'
import { digitization } from './digitization.ts'
import { drafts } from './drafts.ts'
import { health } from './health.ts'
import { home } from './home.ts'
import { facilities } from './facilities.ts'
import { indicators } from './indicators.ts'
import { inspection } from './inspection.ts'
import { interchange } from './interchange.ts'
import { jobs } from './jobs.ts'
import { journal } from './journal.ts'
import { labels } from './labels.ts'
import { lan } from './lan.ts'
import { merger } from './merger.ts'
import { plans } from './plans.ts'
import { network } from './network.ts'
import { preservation } from './preservation.ts'
import { products } from './products.ts'
import { readers } from './readers.ts'
import { registers } from './registers.ts'
import { reports } from './reports.ts'
import { rotation } from './rotation.ts'
import { settings } from './settings.ts'
import { staff } from './staff.ts'
import { stock } from './stock.ts'
import { stocktake } from './stocktake.ts'
import { sync } from './sync.ts'
import { updates } from './updates.ts'
import { users } from './users.ts'
import { weeding } from './weeding.ts'

const byModule: { [M in ModuleName]: ExamplesOf<M> } = {
  activities,
  association,
  backup,
  catalogue,
  cooperation,
  copies,
  demo,
  digitization,
  drafts,
  health,
  home,
  facilities,
  indicators,
  inspection,
  interchange,
  jobs,
  journal,
  labels,
  lan,
  merger,
  plans,
  network,
  preservation,
  products,
  readers,
  registers,
  reports,
  rotation,
  settings,
  staff,
  stock,
  stocktake,
  sync,
  updates,
  users,
  weeding,
}

type Unnamed = Omit<AnyExample, 'operation'>

export const examples: readonly AnyExample[] = Object.entries(byModule).flatMap(([module, verbs]) =>
  Object.entries(verbs).flatMap(([verb, list]: [string, readonly unknown[]]) =>
    list.map(
      (each) => ({ ...(each as Unnamed), operation: `${module}.${verb}` as OperationName }) as AnyExample,
    ),
  ),
)

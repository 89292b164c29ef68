import type { ModuleName } from '../shared/contracts.ts'
import * as activities from './activities/index.ts'
import * as association from './association/index.ts'
import * as backup from './backup/index.ts'
import * as catalogue from './catalogue/index.ts'
import * as cooperation from './cooperation/index.ts'
import * as copies from './copies/index.ts'
import type { CommandsOf, JobsOf, QueriesOf } from './context.ts'
import * as demo from './demo/index.ts'
import * as digitization from './digitization/index.ts'
import * as drafts from './drafts/index.ts'
import * as health from './health/index.ts'
import * as home from './home/index.ts'
import * as facilities from './facilities/index.ts'
import * as indicators from './indicators/index.ts'
import * as inspection from './inspection/index.ts'
import * as interchange from './interchange/index.ts'
import * as jobs from './jobs/index.ts'
import * as journal from './journal/index.ts'
import * as labels from './labels/index.ts'
import * as lan from './lan/index.ts'
import * as merger from './merger/index.ts'
import * as plans from './plans/index.ts'
import * as network from './network/index.ts'
import * as preservation from './preservation/index.ts'
import * as products from './products/index.ts'
import * as readers from './readers/index.ts'
import * as registers from './registers/index.ts'
import * as reports from './reports/index.ts'
import * as rotation from './rotation/index.ts'
import * as settings from './settings/index.ts'
import * as staff from './staff/index.ts'
import * as stock from './stock/index.ts'
import * as stocktake from './stocktake/index.ts'
import * as sync from './sync/index.ts'
import * as updates from './updates/index.ts'
import * as users from './users/index.ts'
import * as weeding from './weeding/index.ts'

type Handlers = { [M in ModuleName]: { queries: QueriesOf<M>; commands: CommandsOf<M>; jobs: JobsOf<M> } }

const none = { queries: {}, commands: {}, jobs: {} }

/** Every operation's handler; one that is missing, or belongs to no contract, does not compile. */
export const handlers: Handlers = {
  activities: { queries: activities.queries, commands: activities.commands, jobs: activities.jobs },
  association: {
    queries: association.queries,
    commands: association.commands,
    jobs: association.jobs,
  },
  backup: { queries: backup.queries, commands: backup.commands, jobs: backup.jobs },
  catalogue: { queries: catalogue.queries, commands: catalogue.commands, jobs: catalogue.jobs },
  cooperation: { queries: cooperation.queries, commands: cooperation.commands, jobs: cooperation.jobs },
  copies: { queries: copies.queries, commands: copies.commands, jobs: copies.jobs },
  demo: { ...none, jobs: demo.jobs },
  digitization: { queries: digitization.queries, commands: digitization.commands, jobs: digitization.jobs },
  drafts: { ...none, queries: drafts.queries, commands: drafts.commands },
  health: { ...none, queries: health.queries, jobs: health.jobs },
  home: { ...none, queries: home.queries },
  facilities: { queries: facilities.queries, commands: facilities.commands, jobs: facilities.jobs },
  indicators: { commands: indicators.commands, queries: indicators.queries, jobs: indicators.jobs },
  inspection: { queries: inspection.queries, commands: inspection.commands, jobs: inspection.jobs },
  interchange: { queries: interchange.queries, commands: interchange.commands, jobs: interchange.jobs },
  jobs: { ...none, queries: jobs.queries, commands: jobs.commands },
  journal: { ...none, queries: journal.queries, jobs: journal.jobs },
  labels: { queries: labels.queries, commands: labels.commands, jobs: labels.jobs },
  lan: { ...none, queries: lan.queries, commands: lan.commands },
  merger: { queries: merger.queries, commands: merger.commands, jobs: merger.jobs },
  plans: { queries: plans.queries, commands: plans.commands, jobs: plans.jobs },
  network: { queries: network.queries, commands: network.commands, jobs: network.jobs },
  preservation: {
    queries: preservation.queries,
    commands: preservation.commands,
    jobs: preservation.jobs,
  },
  products: { queries: products.queries, commands: products.commands, jobs: products.jobs },
  readers: { queries: readers.queries, commands: readers.commands, jobs: readers.jobs },
  registers: { queries: registers.queries, commands: registers.commands, jobs: registers.jobs },
  reports: { ...none, queries: reports.queries, commands: reports.commands, jobs: reports.jobs },
  rotation: { queries: rotation.queries, commands: rotation.commands, jobs: rotation.jobs },
  settings: { ...none, queries: settings.queries, commands: settings.commands },
  staff: { queries: staff.queries, commands: staff.commands, jobs: staff.jobs },
  stock: { queries: stock.queries, commands: stock.commands, jobs: stock.jobs },
  stocktake: { queries: stocktake.queries, commands: stocktake.commands, jobs: stocktake.jobs },
  sync: { queries: sync.queries, commands: sync.commands, jobs: sync.jobs },
  updates: { ...none, queries: updates.queries, commands: updates.commands, jobs: updates.jobs },
  users: { ...none, queries: users.queries, commands: users.commands },
  weeding: { queries: weeding.queries, commands: weeding.commands, jobs: weeding.jobs },
}

import type { ModuleName } from '../shared/contracts.ts'
import * as backup from './backup/index.ts'
import * as catalogue from './catalogue/index.ts'
import type { CommandsOf, JobsOf, QueriesOf } from './context.ts'
import * as demo from './demo/index.ts'
import * as drafts from './drafts/index.ts'
import * as indicators from './indicators/index.ts'
import * as jobs from './jobs/index.ts'
import * as journal from './journal/index.ts'
import * as reports from './reports/index.ts'
import * as settings from './settings/index.ts'
import * as sync from './sync/index.ts'
import * as users from './users/index.ts'

type Handlers = { [M in ModuleName]: { queries: QueriesOf<M>; commands: CommandsOf<M>; jobs: JobsOf<M> } }

const none = { queries: {}, commands: {}, jobs: {} }

/** Every operation's handler; one that is missing, or belongs to no contract, does not compile. */
export const handlers: Handlers = {
  backup: { ...none, queries: backup.queries, jobs: backup.jobs },
  catalogue: { ...none, queries: catalogue.queries, commands: catalogue.commands },
  demo: { ...none, jobs: demo.jobs },
  drafts: { ...none, queries: drafts.queries, commands: drafts.commands },
  indicators: { ...none, queries: indicators.queries },
  jobs: { ...none, queries: jobs.queries, commands: jobs.commands },
  journal: { ...none, queries: journal.queries, jobs: journal.jobs },
  reports: { ...none, queries: reports.queries, commands: reports.commands, jobs: reports.jobs },
  settings: { ...none, queries: settings.queries, commands: settings.commands },
  sync: { ...none, queries: sync.queries, jobs: sync.jobs },
  users: { ...none, queries: users.queries, commands: users.commands },
}

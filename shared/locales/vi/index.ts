import activities from './activities.json' with { type: 'json' }
import association from './association.json' with { type: 'json' }
import backup from './backup.json' with { type: 'json' }
import catalogue from './catalogue.json' with { type: 'json' }
import common from './common.json' with { type: 'json' }
import cooperation from './cooperation.json' with { type: 'json' }
import copies from './copies.json' with { type: 'json' }
import demo from './demo.json' with { type: 'json' }
import digitization from './digitization.json' with { type: 'json' }
import documents from './documents.json' with { type: 'json' }
import drafts from './drafts.json' with { type: 'json' }
import electron from './electron.json' with { type: 'json' }
import engine from './engine.json' with { type: 'json' }
import facilities from './facilities.json' with { type: 'json' }
import handbook from './handbook.json' with { type: 'json' }
import health from './health.json' with { type: 'json' }
import home from './home.json' with { type: 'json' }
import indicators from './indicators.json' with { type: 'json' }
import inspection from './inspection.json' with { type: 'json' }
import interchange from './interchange.json' with { type: 'json' }
import jobs from './jobs.json' with { type: 'json' }
import journal from './journal.json' with { type: 'json' }
import labels from './labels.json' with { type: 'json' }
import lan from './lan.json' with { type: 'json' }
import marc from './marc.json' with { type: 'json' }
import merger from './merger.json' with { type: 'json' }
import plans from './plans.json' with { type: 'json' }
import ministry from './ministry.json' with { type: 'json' }
import network from './network.json' with { type: 'json' }
import preservation from './preservation.json' with { type: 'json' }
import products from './products.json' with { type: 'json' }
import readers from './readers.json' with { type: 'json' }
import registers from './registers.json' with { type: 'json' }
import reports from './reports.json' with { type: 'json' }
import rotation from './rotation.json' with { type: 'json' }
import settings from './settings.json' with { type: 'json' }
import shell from './shell.json' with { type: 'json' }
import staff from './staff.json' with { type: 'json' }
import stock from './stock.json' with { type: 'json' }
import stocktake from './stocktake.json' with { type: 'json' }
import sync from './sync.json' with { type: 'json' }
import ui from './ui.json' with { type: 'json' }
import updates from './updates.json' with { type: 'json' }
import users from './users.json' with { type: 'json' }
import weeding from './weeding.json' with { type: 'json' }

export default {
  activities,
  association,
  backup,
  catalogue,
  common,
  cooperation,
  copies,
  demo,
  digitization,
  documents,
  drafts,
  electron,
  engine,
  facilities,
  handbook,
  health,
  home,
  indicators,
  inspection,
  interchange,
  jobs,
  journal,
  labels,
  lan,
  marc,
  merger,
  plans,
  ministry,
  network,
  preservation,
  products,
  readers,
  registers,
  reports,
  rotation,
  settings,
  shell,
  staff,
  stock,
  stocktake,
  sync,
  ui,
  updates,
  users,
  weeding,
}

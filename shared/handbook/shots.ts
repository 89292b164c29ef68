import type { TextKey } from '../texts.ts'
import type { Role } from '../users/rules.ts'

/** What a picture points at, by what a screen reader would call it. */
export type Mark = { role: 'button' | 'link' | 'heading' | 'searchbox' | 'textbox'; key: TextKey }
export type Shot = { role: Role; path: string; marks: readonly Mark[] }

/** All pictures of the handbook are of one size. */
export const shotSize = { width: 1120, height: 620 }

/** Pictures of the sample library; the marks are numbered as they stand here. */
export const shots = {
  'home-director': {
    role: 'director',
    path: '/home',
    marks: [
      { role: 'link', key: 'home.quarter.act.open' },
      { role: 'heading', key: 'home.due.title' },
      { role: 'heading', key: 'home.missing.title' },
    ],
  },
  report: {
    role: 'director',
    path: '/reports/1',
    marks: [
      { role: 'button', key: 'reports.steps.handOver' },
      { role: 'button', key: 'reports.steps.confirm' },
      { role: 'heading', key: 'reports.doubts.title' },
    ],
  },
  catalogue: {
    role: 'cataloguer',
    path: '/catalogue',
    marks: [
      { role: 'searchbox', key: 'catalogue.list.search' },
      { role: 'link', key: 'catalogue.list.add' },
      { role: 'button', key: 'common.list.export' },
    ],
  },
  opening: {
    role: 'cataloguer',
    path: '/stock/opening',
    marks: [
      { role: 'button', key: 'stock.opening.begin' },
      { role: 'button', key: 'stock.opening.save' },
    ],
  },
  import: {
    role: 'cataloguer',
    path: '/interchange/new',
    marks: [
      { role: 'button', key: 'interchange.files.pick' },
      { role: 'button', key: 'interchange.files.pickFolder' },
    ],
  },
  counters: {
    role: 'desk',
    path: '/readers/counters',
    marks: [
      { role: 'link', key: 'readers.tabs.month' },
      { role: 'button', key: 'readers.counters.save' },
    ],
  },
  jobs: {
    role: 'digitizer',
    path: '/digitization/jobs',
    marks: [
      { role: 'link', key: 'digitization.list.make' },
      { role: 'link', key: 'digitization.tabs.desk' },
      { role: 'link', key: 'digitization.tabs.rights' },
    ],
  },
  calendar: {
    role: 'activities',
    path: '/activities/calendar',
    marks: [
      { role: 'link', key: 'activities.list.add' },
      { role: 'link', key: 'activities.tabs.list' },
    ],
  },
  scanning: {
    role: 'cataloguer',
    path: '/stocktake/1/scan',
    marks: [
      { role: 'textbox', key: 'stocktake.desk.box' },
      { role: 'button', key: 'stocktake.desk.undo' },
      { role: 'button', key: 'stocktake.actions.pause' },
    ],
  },
  weeding: {
    role: 'cataloguer',
    path: '/weeding/candidates',
    marks: [{ role: 'link', key: 'weeding.tabs.list' }],
  },
  sending: {
    role: 'director',
    path: '/sync',
    marks: [
      { role: 'button', key: 'sync.key.make' },
      { role: 'heading', key: 'sync.waiting.title' },
      { role: 'heading', key: 'sync.enrolment.title' },
    ],
  },
  backups: {
    role: 'administrator',
    path: '/backup/places',
    marks: [
      { role: 'button', key: 'backup.places.add' },
      { role: 'button', key: 'backup.rule.edit' },
      { role: 'button', key: 'backup.encryption.start' },
    ],
  },
  users: {
    role: 'administrator',
    path: '/users',
    marks: [
      { role: 'button', key: 'users.list.add' },
      { role: 'button', key: 'users.list.resetPassword' },
      { role: 'button', key: 'users.list.disable' },
    ],
  },
  figures: { role: 'reader', path: '/indicators', marks: [{ role: 'link', key: 'indicators.tabs.given' }] },
} as const satisfies Record<string, Shot>

export type ShotName = keyof typeof shots
export const shotNames = Object.keys(shots) as ShotName[]

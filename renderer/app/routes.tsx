import { routes as activityRoutes, finder as activityFinder } from '../activities/routes.tsx'
import { routes as associationRoutes, finder as associationFinder } from '../association/routes.tsx'
import { routes as backupRoutes } from '../backup/routes.tsx'
import { routes as catalogueRoutes, finder as catalogueFinder } from '../catalogue/routes.tsx'
import { routes as cooperationRoutes, finder as cooperationFinder } from '../cooperation/routes.tsx'
import { routes as copyRoutes, finder as copyFinder, voucherFinder } from '../copies/routes.tsx'
import {
  routes as digitizationRoutes,
  batchFinder,
  finder as digitizationFinder,
} from '../digitization/routes.tsx'
import { finder as planFinder, routes as planRoutes } from '../plans/routes.tsx'
import { routes as facilitiesRoutes, finder as equipmentFinder } from '../facilities/routes.tsx'
import { finder as handbookFinder, routes as handbookRoutes } from '../handbook/routes.tsx'
import { routes as lanRoutes } from '../lan/routes.tsx'
import { routes as healthRoutes } from '../health/routes.tsx'
import { routes as homeRoutes } from '../home/routes.tsx'
import { routes as indicatorRoutes } from '../indicators/routes.tsx'
import { jobPart as inspectionJobPart, routes as inspectionRoutes } from '../inspection/routes.tsx'
import { routes as interchangeRoutes } from '../interchange/routes.tsx'
import { routes as mergerRoutes } from '../merger/routes.tsx'
import { routes as journalRoutes } from '../journal/routes.tsx'
import { routes as labelRoutes } from '../labels/routes.tsx'
import { activityPart, finder as pointFinder, routes as networkRoutes } from '../network/routes.tsx'
import { jobPart as preservationJobPart, routes as preservationRoutes } from '../preservation/routes.tsx'
import { routes as productRoutes } from '../products/routes.tsx'
import { routes as readerRoutes, finder as readerFinder } from '../readers/routes.tsx'
import { routes as registerRoutes } from '../registers/routes.tsx'
import { routes as reportRoutes } from '../reports/routes.tsx'
import {
  copyPart as rotationCopyPart,
  finder as rotationFinder,
  routes as rotationRoutes,
} from '../rotation/routes.tsx'
import { routes as settingRoutes } from '../settings/routes.tsx'
import { routes as staffRoutes, finder as staffFinder } from '../staff/routes.tsx'
import { routes as stockRoutes } from '../stock/routes.tsx'
import { routes as stocktakeRoutes, finder as stocktakeFinder } from '../stocktake/routes.tsx'
import { routes as syncRoutes } from '../sync/routes.tsx'
import { routes as weedingRoutes, finder as weedingFinder } from '../weeding/routes.tsx'
import { routes as updateRoutes } from '../updates/routes.tsx'
import { routes as userRoutes, signedOutPages } from '../users/routes.tsx'
import type { Finder, MenuGroup, PageRoute, RecordPart } from './module-route.ts'

/** Every module's pages, in the order of the menu. A new module adds one import and one line. */
export const pageRoutes: PageRoute[] = [
  ...homeRoutes,
  ...catalogueRoutes,
  ...copyRoutes,
  ...stocktakeRoutes,
  ...weedingRoutes,
  ...labelRoutes,
  ...registerRoutes,
  ...interchangeRoutes,
  ...mergerRoutes,
  ...stockRoutes,
  ...productRoutes,
  ...digitizationRoutes,
  ...inspectionRoutes,
  ...preservationRoutes,
  ...activityRoutes,
  ...cooperationRoutes,
  ...associationRoutes,
  ...networkRoutes,
  ...staffRoutes,
  ...facilitiesRoutes,
  ...readerRoutes,
  ...planRoutes,
  ...rotationRoutes,
  ...reportRoutes,
  ...indicatorRoutes,
  ...syncRoutes,
  ...userRoutes,
  ...settingRoutes,
  ...backupRoutes,
  ...healthRoutes,
  ...updateRoutes,
  ...lanRoutes,
  ...journalRoutes,
  ...handbookRoutes,
]
export const finders: Finder[] = [
  copyFinder,
  voucherFinder,
  digitizationFinder,
  batchFinder,
  weedingFinder,
  stocktakeFinder,
  activityFinder,
  associationFinder,
  staffFinder,
  equipmentFinder,
  planFinder,
  pointFinder,
  cooperationFinder,
  readerFinder,
  rotationFinder,
  catalogueFinder,
  handbookFinder,
]
export const recordParts: RecordPart[] = [
  rotationCopyPart,
  preservationJobPart,
  inspectionJobPart,
  activityPart,
]
export const menuGroups: MenuGroup[] = [
  'home',
  'holdings',
  'digitization',
  'activities',
  'resources',
  'service',
  'reports',
  'administration',
]
export { signedOutPages }

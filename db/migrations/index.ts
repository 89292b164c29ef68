import type { Migration } from 'kysely/migration'
import * as frame from './0010-frame.ts'
import * as users from './0020-users.ts'
import * as settings from './0030-settings.ts'
import * as catalogue from './0040-catalogue.ts'
import * as reports from './0050-reports.ts'
import * as sync from './0060-sync.ts'
import * as backup from './0070-backup.ts'
import * as records from './0080-records.ts'
import * as copies from './0090-copies.ts'
import * as interchange from './0100-interchange.ts'
import * as stocktake from './0110-stocktake.ts'
import * as weedingLabels from './0120-weeding-labels.ts'
import * as merger from './0130-merger.ts'
import * as digitization from './0140-digitization.ts'
import * as preservation from './0150-preservation.ts'
import * as texts from './0160-texts.ts'
import * as backupFiles from './0170-backup-files.ts'
import * as signing from './0180-signing.ts'
import * as inspection from './0190-inspection.ts'
import * as activities from './0200-activities.ts'
import * as cooperation from './0210-cooperation.ts'
import * as association from './0220-association.ts'
import * as sessionNotes from './0230-session-notes.ts'
import * as readers from './0240-readers.ts'
import * as facilities from './0250-facilities.ts'
import * as network from './0260-network.ts'
import * as rotation from './0270-rotation.ts'
import * as plans from './0280-plans.ts'
import * as equipmentOfGifts from './0290-equipment-of-gifts.ts'
import * as doubts from './0300-doubts.ts'
import * as restatements from './0310-restatements.ts'
import * as statedByHand from './0320-stated-by-hand.ts'
import * as reportPeriods from './0330-report-periods.ts'
import * as provedReports from './0340-proved-reports.ts'
import * as sending from './0350-sending.ts'
import * as restorations from './0360-restorations.ts'
import * as sealedPackages from './0370-sealed-packages.ts'
import * as backupPlaces from './0380-backup-places.ts'
import * as readingStores from './0390-reading-stores.ts'

/** In order, for ever: a released file never changes, a new one takes the next ten. */
export const migrations: Record<string, Migration> = {
  '0010-frame': frame,
  '0020-users': users,
  '0030-settings': settings,
  '0040-catalogue': catalogue,
  '0050-reports': reports,
  '0060-sync': sync,
  '0070-backup': backup,
  '0080-records': records,
  '0090-copies': copies,
  '0100-interchange': interchange,
  '0110-stocktake': stocktake,
  '0120-weeding-labels': weedingLabels,
  '0130-merger': merger,
  '0140-digitization': digitization,
  '0150-preservation': preservation,
  '0160-texts': texts,
  '0170-backup-files': backupFiles,
  '0180-signing': signing,
  '0190-inspection': inspection,
  '0200-activities': activities,
  '0210-cooperation': cooperation,
  '0220-association': association,
  '0230-session-notes': sessionNotes,
  '0240-readers': readers,
  '0250-facilities': facilities,
  '0260-network': network,
  '0270-rotation': rotation,
  '0280-plans': plans,
  '0290-equipment-of-gifts': equipmentOfGifts,
  '0300-doubts': doubts,
  '0310-restatements': restatements,
  '0320-stated-by-hand': statedByHand,
  '0330-report-periods': reportPeriods,
  '0340-proved-reports': provedReports,
  '0350-sending': sending,
  '0360-restorations': restorations,
  '0370-sealed-packages': sealedPackages,
  '0380-backup-places': backupPlaces,
  '0390-reading-stores': readingStores,
}

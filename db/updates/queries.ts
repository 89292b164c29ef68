import { compareVersions } from '../../shared/versions.ts'
import type { KeptSetup } from '../../shared/updates/contract.ts'
import type { QueriesOf } from '../context.ts'
import { migrations } from '../migrations/index.ts'
import { appVersion } from '../version.ts'
import { askingQueries, isMetered, isNetworkAllowed, readAsking } from './asking.ts'
import { keptSetups } from './kept.ts'
import { updatesFolder } from './places.ts'
import { releaseKeys } from './release-keys.ts'
import { returningOf } from './returning.ts'

/** What lies here, as a page shows it. */
export function shownSetups(dataDir: string): KeptSetup[] {
  return keptSetups(dataDir).map(({ manifest, path }) => {
    const { version, publishedOn, notes, setup } = manifest
    const order = compareVersions(version, appVersion)
    return {
      version,
      publishedOn,
      notes,
      size: setup.size,
      path,
      brings: manifest.migrations.filter((name) => !(name in migrations)).length,
      standing: order > 0 ? 'newer' : order < 0 ? 'earlier' : 'present',
    }
  })
}

export const queries: QueriesOf<'updates'> = {
  ...askingQueries,

  async status(_, { db, dataDir }) {
    const { address, isAutomatic, askedAt, isAddressFixed } = readAsking(dataDir)
    const returning = await returningOf(db, dataDir)
    return {
      version: appVersion,
      canVerify: releaseKeys.length > 0,
      folder: updatesFolder(dataDir),
      setups: shownSetups(dataDir),
      asking: {
        address,
        isAddressFixed,
        isAutomatic,
        isAllowedHere: isNetworkAllowed(),
        isMetered: await isMetered(db),
        askedAt,
      },
      returning: returning && {
        version: returning.version,
        path: returning.path,
        library: returning.library,
      },
    }
  },

  setups: (_, { dataDir }) =>
    shownSetups(dataDir).map(({ version, path, standing }) => ({ version, path, standing })),
}

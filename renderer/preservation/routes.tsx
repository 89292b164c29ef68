import type { PageRoute, RecordPart } from '../app/module-route.ts'

export const routes: PageRoute[] = [
  {
    path: 'preservation',
    textKey: 'preservation.menu.folders',
    can: 'preservation.read',
    menu: { group: 'digitization', icon: 'shield' },
    lazy: async () => ({ Component: (await import('./FolderListPage.tsx')).FolderListPage }),
  },
  {
    path: 'preservation/folders/:id',
    textKey: 'preservation.menu.folder',
    can: 'preservation.read',
    lazy: async () => ({ Component: (await import('./FolderPage.tsx')).FolderPage }),
  },
  {
    path: 'preservation/folders/:id/sheet',
    textKey: 'preservation.menu.sheet',
    can: 'preservation.read',
    lazy: async () => ({ Component: (await import('./ContactSheetPage.tsx')).ContactSheetPage }),
  },
  {
    path: 'preservation/pages/:id',
    textKey: 'preservation.menu.page',
    can: 'preservation.read',
    lazy: async () => ({ Component: (await import('./PageTextPage.tsx')).PageTextPage }),
  },
  {
    path: 'preservation/texts',
    textKey: 'preservation.menu.texts',
    can: 'preservation.read',
    action: { icon: 'search' },
    lazy: async () => ({ Component: (await import('./TextHitsPage.tsx')).TextHitsPage }),
  },
  {
    path: 'preservation/volumes',
    textKey: 'preservation.menu.volumes',
    can: 'preservation.read',
    lazy: async () => ({ Component: (await import('./VolumeListPage.tsx')).VolumeListPage }),
  },
  {
    path: 'preservation/volumes/:id',
    textKey: 'preservation.menu.volume',
    can: 'preservation.read',
    lazy: async () => ({ Component: (await import('./VolumePage.tsx')).VolumePage }),
  },
  {
    path: 'preservation/packages',
    textKey: 'preservation.menu.packages',
    can: 'preservation.read',
    lazy: async () => ({ Component: (await import('./PackageListPage.tsx')).PackageListPage }),
  },
  {
    path: 'preservation/profiles',
    textKey: 'preservation.menu.profiles',
    can: 'preservation.read',
    lazy: async () => ({ Component: (await import('./FileProfilesPage.tsx')).FileProfilesPage }),
  },
]

export const jobPart: RecordPart = {
  of: 'digitizationJob',
  can: 'preservation.read',
  lazy: async () => ({ default: (await import('./JobFiles.tsx')).JobFiles }),
}

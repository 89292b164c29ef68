import type { Finder, PageRoute } from '../app/module-route.ts'
import { namedRecords } from '../app/named-records.ts'

export const routes: PageRoute[] = [
  {
    path: 'digitization',
    textKey: 'digitization.menu.plan',
    can: 'digitization.read',
    menu: { group: 'digitization', icon: 'target' },
    lazy: async () => ({ Component: (await import('./PlanPage.tsx')).PlanPage }),
  },
  {
    path: 'digitization/jobs',
    textKey: 'digitization.menu.jobs',
    can: 'digitization.read',
    menu: { group: 'digitization', icon: 'panel' },
    lazy: async () => ({ Component: (await import('./JobListPage.tsx')).JobListPage }),
  },
  {
    path: 'digitization/progress',
    textKey: 'digitization.menu.progress',
    can: 'digitization.read',
    menu: { group: 'digitization', icon: 'trend' },
    lazy: async () => ({ Component: (await import('./ProgressPage.tsx')).ProgressPage }),
  },
  {
    path: 'digitization/jobs/desk',
    textKey: 'digitization.menu.desk',
    can: 'digitization.work',
    action: { icon: 'barcode' },
    lazy: async () => ({ Component: (await import('./DeskPage.tsx')).DeskPage }),
  },
  {
    path: 'digitization/jobs/make',
    textKey: 'digitization.menu.make',
    can: 'digitization.write',
    action: { icon: 'add' },
    lazy: async () => ({ Component: (await import('./MakePage.tsx')).MakePage }),
  },
  {
    path: 'digitization/jobs/batches',
    textKey: 'digitization.menu.batches',
    can: 'digitization.read',
    lazy: async () => ({ Component: (await import('./BatchListPage.tsx')).BatchListPage }),
  },
  {
    path: 'digitization/jobs/collections',
    textKey: 'digitization.menu.collections',
    can: 'digitization.read',
    lazy: async () => ({ Component: (await import('./CollectionListPage.tsx')).CollectionListPage }),
  },
  {
    path: 'digitization/jobs/collections/:id',
    textKey: 'digitization.menu.collection',
    can: 'digitization.read',
    lazy: async () => ({ Component: (await import('./CollectionPage.tsx')).CollectionPage }),
  },
  {
    path: 'digitization/jobs/rights',
    textKey: 'digitization.menu.rights',
    can: 'digitization.read',
    lazy: async () => ({ Component: (await import('./RightsPage.tsx')).RightsPage }),
  },
  {
    path: 'digitization/jobs/templates',
    textKey: 'digitization.menu.templates',
    can: 'digitization.read',
    lazy: async () => ({ Component: (await import('./TemplateListPage.tsx')).TemplateListPage }),
  },
  {
    path: 'digitization/jobs/stoppages',
    textKey: 'digitization.menu.stoppages',
    can: 'digitization.read',
    lazy: async () => ({ Component: (await import('./StoppageListPage.tsx')).StoppageListPage }),
  },
  {
    path: 'digitization/jobs/:id',
    textKey: 'digitization.menu.job',
    can: 'digitization.read',
    lazy: async () => ({ Component: (await import('./JobPage.tsx')).JobPage }),
  },
]

export const finder: Finder = {
  module: 'digitization',
  textKey: 'digitization.list.title',
  can: 'digitization.read',
  async find(client, text) {
    if (!/\d/.test(text)) return []
    const reply = await client.digitization.jobsByCode({ code: text })
    if (!reply.ok) return []
    return reply.value.slice(0, 8).map((job) => ({
      key: `digitization-${job.id}`,
      text: job.code,
      hint: [job.title, job.stageName].join(', '),
      to: `/digitization/jobs/${job.id}`,
    }))
  },
}

export const batchFinder: Finder = {
  module: 'digitization',
  textKey: 'digitization.menu.batches',
  can: 'digitization.read',
  async find(client, text) {
    const reply = await client.digitization.batches({})
    if (!reply.ok) return []
    // Not with the frame: it brings the contract's schemas along.
    const { jobsAddress } = await import('./jobs-address.ts')
    const all = reply.value.map(({ id, name, projectName }) => ({
      id,
      text: name,
      hint: projectName,
      to: jobsAddress({ batchId: id, state: null }),
    }))
    return namedRecords('batch', all, text)
  },
}

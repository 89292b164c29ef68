import { among, type ExamplesOf } from '../example.ts'

export const digitization = {
  templates: [
    {
      name: 'are there from the first day, with their stages in order',
      as: 'reader',
      input: {},
      answers: among({ id: 1, name: 'Quy trình chung', material: null, version: 1, jobs: 0 }),
    },
  ],
  jobsOfTitle: [
    { name: 'are none where nothing is digitized', as: 'reader', input: { titleId: 1 }, answers: [] },
  ],
} as const satisfies ExamplesOf<'digitization'>

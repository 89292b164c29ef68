import { by, type ExamplesOf } from '../example.ts'

const ran = by('administrator', 'demo.fill', { titles: 5 })

export const jobs = {
  job: [
    {
      name: 'tells how a run ended',
      as: 'administrator',
      before: [ran],
      input: { id: 1 },
      answers: { id: 1, operation: 'demo.fill', state: 'done', output: { titles: 5 }, error: null },
    },
    { name: "is nobody else's", as: 'cataloguer', before: [ran], input: { id: 1 }, refuses: 'job_not_found' },
  ],
  list: [
    {
      name: 'names my runs',
      as: 'administrator',
      before: [ran],
      input: {},
      answers: [{ id: 1, state: 'done' }],
    },
    { name: 'names no others', as: 'director', before: [ran], input: {}, answers: [] },
  ],
  cancel: [
    {
      name: 'comes too late without harm',
      as: 'administrator',
      before: [ran],
      input: { id: 1 },
      answers: { done: true },
    },
    {
      name: "stops nobody else's run",
      as: 'cataloguer',
      before: [ran],
      input: { id: 1 },
      refuses: 'job_not_found',
    },
  ],
} satisfies ExamplesOf<'jobs'>

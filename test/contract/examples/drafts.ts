import { by, type ExamplesOf } from '../example.ts'

const values = { title: 'Đang gõ dở', years: [1945, null] }
const saved = by('cataloguer', 'drafts.save', { form: 'catalogue/title/new', values })

export const drafts = {
  draft: [
    {
      name: 'is given back as it was typed',
      as: 'cataloguer',
      before: [saved],
      input: { form: 'catalogue/title/new' },
      answers: { form: 'catalogue/title/new', values },
    },
    {
      name: "is nobody else's",
      as: 'desk',
      before: [saved],
      input: { form: 'catalogue/title/new' },
      answers: null,
    },
  ],
  list: [
    {
      name: 'names my drafts',
      as: 'cataloguer',
      before: [saved],
      input: {},
      answers: [{ form: 'catalogue/title/new' }],
    },
  ],
  save: [
    {
      name: 'takes the place of the last one',
      as: 'cataloguer',
      before: [saved],
      input: { form: 'catalogue/title/new', values: null },
      answers: { done: true },
    },
    {
      name: 'has a limit',
      as: 'cataloguer',
      input: { form: 'catalogue/title/new', values: 'x'.repeat(1_000_001) },
      refuses: 'draft_too_large',
    },
  ],
  discard: [
    {
      name: 'leaves nothing',
      as: 'cataloguer',
      before: [saved],
      input: { form: 'catalogue/title/new' },
      answers: { done: true },
    },
  ],
} satisfies ExamplesOf<'drafts'>

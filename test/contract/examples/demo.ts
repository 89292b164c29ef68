import { by, type ExamplesOf } from '../example.ts'

export const demo = {
  fill: [
    {
      name: 'fills an empty catalogue',
      as: 'administrator',
      input: { titles: 30, seed: 7 },
      answers: { titles: 30 },
    },
    {
      name: 'never mixes samples with real titles',
      as: 'administrator',
      before: [by('cataloguer', 'catalogue.addTitle', { title: 'Sách thật' })],
      input: { titles: 30 },
      refuses: 'not_empty',
    },
  ],
} satisfies ExamplesOf<'demo'>

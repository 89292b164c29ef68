import { expect } from 'vitest'
import { type ExamplesOf } from '../example.ts'

export const health = {
  machine: [
    {
      name: 'says what this PC is like and what to do',
      as: 'administrator',
      input: {},
      answers: { lastProvenAt: null },
    },
  ],
  log: [
    {
      name: 'is empty where nothing broke and nobody waited',
      as: 'administrator',
      input: {},
      answers: { kept: 0 },
    },
    { name: 'shows one kind', as: 'administrator', input: { kind: 'slow' }, answers: { lines: [] } },
  ],
  diagnosis: [
    {
      name: 'is one file to send',
      as: 'administrator',
      input: {},
      answers: { name: expect.stringMatching(/^Kho Sách chẩn đoán [\d-]+\.txt$/) },
    },
  ],
  trial: [
    {
      name: 'measures this PC',
      as: 'administrator',
      input: {},
      answers: { trial: { memory: expect.any(Number) } },
    },
  ],
} satisfies ExamplesOf<'health'>

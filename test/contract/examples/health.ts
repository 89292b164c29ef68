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
    // Whether somebody waited depends on the machine.
    {
      name: 'has no faults where nothing broke',
      as: 'administrator',
      input: { kind: 'fault' },
      answers: { lines: [], kept: 0 },
    },
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

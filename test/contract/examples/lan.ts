import { expect } from 'vitest'
import { type ExamplesOf } from '../example.ts'

const done = { done: true } as const
const hash = expect.stringMatching(/^[0-9a-f]{64}$/) as string

export const lan = {
  standing: [
    {
      name: 'says what is wanted, and how others know this PC',
      as: 'administrator',
      before: [
        { as: 'administrator', operation: 'lan.serve', input: { port: 8433 } },
        { as: 'administrator', operation: 'lan.stopServing', input: {} },
      ],
      input: {},
      answers: { isWanted: false, port: 8433, certificate: { fingerprint: hash }, seats: [], refused: [] },
    },
  ],
  square: [
    {
      name: 'is a picture of an address',
      as: 'administrator',
      input: { address: 'https://may-chu:8433' },
      answers: { picture: expect.stringMatching(/^data:image\/png;base64,/) },
    },
  ],
  serve: [
    { name: 'is wanted from now on', as: 'administrator', input: { port: 8433 }, answers: done },
    { name: 'at no port of the system', as: 'administrator', input: { port: 443 }, refuses: 'invalid_input' },
  ],
  stopServing: [{ name: 'is wanted no more', as: 'administrator', input: {}, answers: done }],
  renew: [{ name: 'makes a certificate anew', as: 'administrator', input: {}, answers: done }],
  disconnect: [
    { name: 'is harmless where nobody sits', as: 'administrator', input: { seat: 'x' }, answers: done },
  ],
} satisfies ExamplesOf<'lan'>

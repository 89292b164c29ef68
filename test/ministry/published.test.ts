import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { publishedFiles } from '../../ministry/openapi.ts'
import { newPlace, startReceiver } from './support/receiver.ts'

it('publishes the protocol as it is spoken; else run `npm run protocol`', async () => {
  const { receiver } = await startReceiver(await newPlace('sqlite'))
  for (const [name, text] of Object.entries(await publishedFiles(receiver))) {
    const kept = readFileSync(join(import.meta.dirname, '../../ministry/protocol', name), 'utf8')
    expect(JSON.parse(kept), name).toEqual(JSON.parse(text))
  }
})

it('publishes the road of packages alone, as OpenAPI 3.1', async () => {
  const { receiver } = await startReceiver(await newPlace('sqlite'))
  const openapi = JSON.parse((await publishedFiles(receiver))['openapi.json'] ?? '')
  expect(openapi.openapi).toBe('3.1.0')
  expect(Object.keys(openapi.paths).toSorted()).toEqual([
    '/v1/answers',
    '/v1/enrolments',
    '/v1/messages',
    '/v1/packages',
    '/v1/uploads/{packageHash}',
  ])
})

import { afterEach, expect, test } from 'vitest'
import { openRoad } from './road.ts'

afterEach(() => {
  delete process.env['KHOSACH_ONLINE']
})

test('a PC that may not use the network asks nobody, and says why', async () => {
  process.env['KHOSACH_ONLINE'] = 'no'
  const road = await openRoad({
    endpoint: 'http://127.0.0.1:9',
    proxy: null,
    keys: null,
    signal: new AbortController().signal,
    now: () => '2026-11-30T00:00:00Z',
  })
  const asked = road.ask({ method: 'GET', path: '/health' })
  await expect(asked).rejects.toMatchObject({ problem: 'not_allowed_here' })
  await road.close()
})

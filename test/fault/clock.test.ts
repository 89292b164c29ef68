import { expect, it } from 'vitest'
import { dispatch } from '../../db/dispatch.ts'
import {
  codeOf,
  finishedJob,
  openTestEngine,
  testFolder,
  testNow,
  testPassword,
  valueOf,
} from '../support/engine.ts'
import { expectJournalTellsTitles, expectSound } from '../support/sound.ts'

const day = 86_400_000

it('goes on when the clock is put back by years: order, chain and sessions hold', async () => {
  const test = await openTestEngine()
  const cataloguer = await test.as('cataloguer')
  valueOf(await cataloguer.call('catalogue.addTitle', { title: 'Hôm nay' }))
  test.clock.nowMs = testNow - 2000 * day
  valueOf(await cataloguer.call('catalogue.addTitle', { title: 'Hôm qua' }))
  test.clock.nowMs = testNow + 60_000
  valueOf(await cataloguer.call('catalogue.addTitle', { title: 'Lát nữa' }))
  const { raw } = test.engine.connection
  const times = raw.prepare('select at from journalCommand order by id').pluck().all() as string[]
  expect(times).toEqual(times.toSorted())
  await expectSound(test.engine)
  expectJournalTellsTitles(test.engine)
  expect(test.faults).toEqual([])
  await test.close()
})

it('locks nobody out whose wrong passwords were counted under a later date', async () => {
  const test = await openTestEngine()
  await test.as('administrator')
  const person = test.stranger()
  test.clock.nowMs = testNow + 400 * day
  for (let n = 0; n < 8; n++)
    await person.call('users.signIn', { username: 'administrator', password: 'sai-mat-khau' })
  expect(
    codeOf(await person.call('users.signIn', { username: 'administrator', password: testPassword })),
  ).toBe('throttled')
  test.clock.nowMs = testNow
  expect(
    codeOf(await person.call('users.signIn', { username: 'administrator', password: testPassword })),
  ).toBe('ok')
  await test.close()
})

it('opens a folder that was last written to under a later date', async () => {
  const dataDir = testFolder()
  const later = await openTestEngine({ dataDir, clock: () => testNow + 30 * day })
  const administrator = await later.as('administrator')
  valueOf(await administrator.call('catalogue.addTitle', { title: 'Tháng sau' }))
  await later.close()
  const now = await openTestEngine({ dataDir, clock: () => testNow })
  const again = now.stranger()
  valueOf(await again.call('users.signIn', { username: 'administrator', password: testPassword }))
  valueOf(await again.call('catalogue.addTitle', { title: 'Tháng này' }))
  const job = await finishedJob(again, 'journal.verifyChain')
  expect(job).toMatchObject({ state: 'done', output: { isWhole: true } })
  await expectSound(now.engine)
  await now.close()
})

it('lets a session that began in the future end when its holder signs out', async () => {
  const test = await openTestEngine()
  test.clock.nowMs = testNow + 10 * day
  await test.as('administrator')
  const signedIn = await dispatch(
    test.engine,
    'users.signIn',
    { username: 'administrator', password: testPassword },
    null,
  )
  const session = signedIn.session ?? ''
  test.clock.nowMs = testNow
  expect(codeOf((await dispatch(test.engine, 'users.touch', {}, session)).reply)).toBe('ok')
  expect(codeOf((await dispatch(test.engine, 'users.signOut', {}, session)).reply)).toBe('ok')
  expect(codeOf((await dispatch(test.engine, 'users.touch', {}, session)).reply)).toBe('signed_out')
  await test.close()
})

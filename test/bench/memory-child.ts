import { startHost } from '../../db/host/host.ts'
import type { Shipped } from './shipped.ts'

/**
 * The program without its window: both threads as they are shipped, the whole catalogue opened, searched and counted,
 * and its stock; tells the most memory it ever had. It imports nothing of the tests, which would weigh too.
 */
type Given = { dataDir: string; password: string; queries: string[] } & Shipped
const given = JSON.parse(process.argv[2] ?? '{}') as Given
const { dataDir, password, queries, worker, nativeBinding } = given
// What the system keeps as this process's greatest size would include the one it was started from.
let peakBytes = 0
const watch = setInterval(() => (peakBytes = Math.max(peakBytes, process.memoryUsage.rss())), 10)
const host = startHost({
  dataDir,
  workerUrl: new URL(worker),
  nativeBinding,
})
const opened = await host.opened()
if (!opened.ok) throw new Error(JSON.stringify(opened))
const who = { username: 'administrator', password }
const { session = null } = await host.call('users.signIn', who, null)

async function ask(operation: string, input: object): Promise<void> {
  const { reply } = await host.call(operation, input, session)
  if (!reply.ok) throw new Error(`${operation}: ${reply.error.code}`)
}
const sorts = ['title', 'author', 'call_number', 'year', 'newest']
for (const sort of sorts) await ask('catalogue.search', { sort, offset: 900_000 })
for (const text of queries) {
  await ask('catalogue.search', { text })
  await ask('catalogue.facets', { text })
}
await ask('catalogue.search', { filters: { languages: ['vie'] }, sort: 'author', offset: 500_000 })
await ask('catalogue.facets', {})
await ask('stock.figures', { asOf: '2026-11-10' })
clearInterval(watch)
process.stdout.write(JSON.stringify({ peakBytes, endBytes: process.memoryUsage().rss }))
await host.close()
process.exit(0)

import { openTestEngine, finishedJob, testFolder, type Person, type TestEngine } from '../support/engine.ts'

export type BenchLibrary = { test: TestEngine; person: Person; dataDir: string }

/** A library of demo titles in a folder of its own, its administrator signed in. */
export async function demoLibraryOf(titles: number): Promise<BenchLibrary> {
  const dataDir = testFolder()
  const test = await openTestEngine({ dataDir, parsesOutputs: false })
  const person = await test.as('administrator')
  if (titles > 0) {
    const job = await finishedJob(person, 'demo.fill', { titles, seed: 1 })
    if (job.state !== 'done') throw new Error(`demo.fill ended ${job.state}`)
  }
  return { test, person, dataDir }
}

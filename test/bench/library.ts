import { openTestEngine, finishedJob, testFolder, type Person, type TestEngine } from '../support/engine.ts'

export type BenchLibrary = { test: TestEngine; person: Person; dataDir: string }

/** A library of demo titles, two copies each, in a folder of its own, its administrator signed in. */
export async function demoLibraryOf(titles: number, copiesPerTitle = 2): Promise<BenchLibrary> {
  const library = await openLibrary(testFolder())
  if (titles > 0) {
    const job = await finishedJob(library.person, 'demo.fill', { titles, seed: 1, copiesPerTitle })
    if (job.state !== 'done') throw new Error(`demo.fill ended ${job.state}`)
  }
  return library
}

export async function openLibrary(dataDir: string): Promise<BenchLibrary> {
  const test = await openTestEngine({ dataDir, parsesOutputs: false })
  return { test, person: await test.as('administrator'), dataDir }
}

/** As a library is found each morning: with the statistics that closing it leaves. */
export async function reopened({ test, dataDir }: BenchLibrary): Promise<BenchLibrary> {
  await test.close()
  return openLibrary(dataDir)
}

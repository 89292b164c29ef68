import type { SpecOf } from '../../shared/contracts.ts'
import type { JobHandler, JobsOf } from '../context.ts'
import { fetch, fetchByItself } from './fetching.ts'
import { isStillSigned, keptSetup } from './kept.ts'
import { prepareReturn } from './prepare-return.ts'
import { takenFrom } from './taken.ts'

const takeIn: JobHandler<SpecOf<'updates.takeIn'>, never> = {
  async run({ file }, { dataDir, pathOfFile, progress }) {
    let done = 0
    // Read, copied and read back.
    const told = (bytes: number) => progress((done += bytes), Math.max(done, file.size * 3))
    return takenFrom(pathOfFile(file) ?? '', dataDir, told)
  },
}

const verify: JobHandler<SpecOf<'updates.verify'>, never> = {
  async run({ version }, { dataDir, progress }) {
    const kept = keptSetup(dataDir, version)
    if (!kept) return { version, path: '', problem: 'setup_not_found' }
    let done = 0
    const isSigned = await isStillSigned(kept, (bytes) => progress((done += bytes), kept.manifest.setup.size))
    return { version, path: kept.path, problem: isSigned ? null : 'setup_altered' }
  },
}

export const jobs: JobsOf<'updates'> = { takeIn, verify, fetch, fetchByItself, prepareReturn }

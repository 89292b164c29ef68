import { trustTestReleases } from './releases.ts'
import '../../db/host/worker.ts'

/** The real worker, which believes releases of the test's key. */
trustTestReleases()

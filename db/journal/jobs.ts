import type { JobsOf } from '../context.ts'
import { anchorsKept } from './anchors.ts'
import { verifyChain } from './verify.ts'

export const jobs: JobsOf<'journal'> = {
  verifyChain: {
    async run({ anchors }, { db, progress }) {
      return verifyChain(db, [...anchors, ...(await anchorsKept(db))], progress)
    },
  },
}

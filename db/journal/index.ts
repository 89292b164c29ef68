export { journalHead } from './anchors.ts'
export { jobs } from './jobs.ts'
export { queries } from './queries.ts'
export { verifyChain } from './verify.ts'

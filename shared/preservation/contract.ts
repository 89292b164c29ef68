import { defineContract } from '../contract.ts'
import { folderContract } from './folders-contract.ts'
import { packageContract } from './packages-contract.ts'
import { textContract } from './texts-contract.ts'
import { volumeContract } from './volumes-contract.ts'

export * from './file.ts'
export { Receipt } from './packages-contract.ts'
export { PageText, TextRule, type TextHit, type TextProgram } from './texts-contract.ts'
export * from './volume.ts'

export const preservation = defineContract({
  queries: {
    ...folderContract.queries,
    ...volumeContract.queries,
    ...packageContract.queries,
    ...textContract.queries,
  },
  commands: {
    ...folderContract.commands,
    ...volumeContract.commands,
    ...packageContract.commands,
    ...textContract.commands,
  },
  jobs: { ...folderContract.jobs, ...volumeContract.jobs, ...packageContract.jobs, ...textContract.jobs },
})

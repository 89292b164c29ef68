import { defineContract } from '../contract.ts'
import { folderContract } from './folders-contract.ts'
import { volumeContract } from './volumes-contract.ts'

export * from './file.ts'
export * from './volume.ts'

export const preservation = defineContract({
  queries: { ...folderContract.queries, ...volumeContract.queries },
  commands: { ...folderContract.commands, ...volumeContract.commands },
  jobs: { ...folderContract.jobs, ...volumeContract.jobs },
})

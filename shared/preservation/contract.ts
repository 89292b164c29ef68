import { defineContract } from '../contract.ts'
import { folderContract } from './folders-contract.ts'

export * from './file.ts'

export const preservation = defineContract(folderContract)

import { defineContract } from '../contract.ts'
import { exportContract } from './export-contract.ts'
import { importContract } from './import-contract.ts'

export * from './columns.ts'
export * from './copy-draft.ts'
export * from './copy-rule.ts'
export * from './export-contract.ts'
export * from './import-contract.ts'
export * from './local-fields.ts'
export * from './profile-file.ts'
export * from './profile.ts'
export * from './ready-profiles.ts'
export type { Row, RowProblem } from './table.ts'
export * from './targets.ts'
export * from './title-groups.ts'
export type { RowTitle } from './title-rows.ts'
export { mappedValue } from './value-maps.ts'

export const interchange = defineContract({
  queries: importContract.queries,
  commands: importContract.commands,
  jobs: { ...exportContract.jobs, ...importContract.jobs },
})

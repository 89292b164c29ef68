export { putStatus } from './changes.ts'
export { commands } from './commands.ts'
export { copyCounts, idsIn, insertCopies, moveToTitle, type CopyRow } from './copies.ts'
export { jobs } from './jobs.ts'
export { measures } from './measures.ts'
export { bringTo, type Destination } from './movement.ts'
export { openPlaces } from './places.ts'
export { queries } from './queries.ts'
export {
  correctCopyLines,
  decisionText,
  enterCopies,
  writeVoucherLine,
  writeWithdrawalLine,
} from './register-lines.ts'
export { readCopies } from './rows.ts'
export { copiesNamed } from './search.ts'

export { putStatus } from './changes.ts'
export { codesTaken, copyIdsByCode, findCode, ownerDetails } from './codes.ts'
export { commands } from './commands.ts'
export { copyCounts, idsIn, insertCopies, moveToTitle, type CopyRow } from './copies.ts'
export { requireHere, type Hindrance } from './here.ts'
export { jobs } from './jobs.ts'
export { stockOn, withdrawalPreview, withdrawByDecision } from './leaving.ts'
export { measures } from './measures.ts'
export { bringTo, type Destination } from './movement.ts'
export { lastNumbers } from './numbers.ts'
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
export { lineYear, readVouchers } from './vouchers.ts'
export { readWithdrawals } from './withdrawal-rows.ts'

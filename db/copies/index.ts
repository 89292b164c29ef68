export { codesTaken } from './codes.ts'
export { commands } from './commands.ts'
export { copyCounts, insertCopies, moveToTitle, type CopyRow } from './copies.ts'
export { jobs } from './jobs.ts'
export { measures } from './measures.ts'
export { lastNumbers } from './numbers.ts'
export { queries } from './queries.ts'
export {
  correctCopyLines,
  decisionText,
  enterCopies,
  writeVoucherLine,
  writeWithdrawalLine,
} from './register-lines.ts'
export { lineYear, readVouchers } from './vouchers.ts'

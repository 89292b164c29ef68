import type { Receiver } from '../receiver.ts'
import type {
  AccountRow,
  AuditRow,
  CodeRow,
  ConflictRow,
  LibraryName,
  LibraryRecord,
  PackageRecord,
  Question,
} from './contract.ts'
export declare function libraryNames({ store: { db } }: Receiver): Promise<LibraryName[]>
export declare function libraryRecord(receiver: Receiver, id: string): Promise<LibraryRecord>
/** A package with its figures, beside the number before it of the same period. */
export declare function packageRecord({ store: { db } }: Receiver, hash: string): Promise<PackageRecord>
export declare function receiptOf({ store: { db } }: Receiver, hash: string): Promise<string>
export declare function questionRows({ store: { db } }: Receiver): Promise<Question[]>
export declare function conflictRows({ store: { db } }: Receiver): Promise<ConflictRow[]>
export declare function codeRows({ store: { db } }: Receiver): Promise<CodeRow[]>
export declare function accountRows({ store: { db } }: Receiver): Promise<AccountRow[]>
export declare function auditRows({ store: { db } }: Receiver): Promise<AuditRow[]>

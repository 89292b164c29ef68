import type * as z from 'zod'
import type { Receiver } from '../receiver.ts'
import type { ExportQuestion } from './contract.ts'
/** Figures stay figures; a text that a spreadsheet would take for a formula stays a text. */
export declare function exported(
  receiver: Receiver,
  question: z.output<typeof ExportQuestion>,
): Promise<{
  name: string
  type: string
  bytes: Uint8Array
}>

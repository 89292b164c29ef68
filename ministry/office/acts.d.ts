import type * as z from 'zod'
import { type Receiver } from '../receiver.ts'
import type { Decision, ExpectedPeriod, NewCode, NewQuestion, Notice } from './contract.ts'
/** Twenty signs that are read out and typed; only their hash is kept, so they are shown this once. */
export declare function makeCode(
  receiver: Receiver,
  { note, libraryId }: z.output<typeof NewCode>,
  by: string,
): Promise<{
  code: string
}>
/** What came before is kept and counted; nothing more is taken, whatever the road. */
export declare function revoke(
  receiver: Receiver,
  {
    libraryId,
    reason,
    by,
  }: {
    libraryId: string
    reason: string
    by: string
  },
): Promise<void>
export declare function expectPeriod(
  receiver: Receiver,
  { from, to, dueOn, note }: z.output<typeof ExpectedPeriod>,
  by: string,
): Promise<void>
export declare function askLibrary(
  receiver: Receiver,
  { libraryId, period, figureCode, text }: z.output<typeof NewQuestion>,
  by: string,
): Promise<{
  questionId: number
}>
export declare function tellAll(
  receiver: Receiver,
  notice: z.output<typeof Notice>,
  by: string,
): Promise<void>
/** The new key is told by the old one before it signs anything. */
export declare function changeKey(
  receiver: Receiver,
  by: string,
): Promise<{
  fingerprint: string
}>
/** A person says which of two packages under one number counts; a newer number goes before either. */
export declare function decideConflict(
  receiver: Receiver,
  {
    id,
    chosenHash,
    reason,
    by,
  }: z.output<typeof Decision> & {
    id: number
    by: string
  },
): Promise<void>

import { type EnrolmentAnswer, type EnrolmentRequest } from '../../shared/sync/protocol.ts'
import { type Receiver } from '../receiver.ts'
/** As it is typed from paper: case, spaces and dashes do not matter. */
export declare function codeHashOf(code: string): string
export declare function enrol(receiver: Receiver, request: EnrolmentRequest): Promise<EnrolmentAnswer>

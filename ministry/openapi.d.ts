import type { Receiver } from './receiver.ts'
/** What is published beside the program, as the texts of its files; made from the very schemas that are checked. */
export declare function publishedFiles(receiver: Receiver): Promise<Record<string, string>>

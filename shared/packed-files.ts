import * as z from 'zod'

/** Beside the program in `resources`: what was packed, so that a file that went missing or changed is found. */
export const packedFilesName = 'packed-files.json'

export const PackedFiles = z.object({
  version: z.string(),
  files: z.array(z.object({ path: z.string(), size: z.int(), sha256: z.string() })),
})
export type PackedFiles = z.output<typeof PackedFiles>

export type FileProblem = 'missing' | 'changed' | 'blocked'

import * as z from 'zod'
import { fileTicket, id, instant, page, pageInput, requiredText, rev } from '../fields.ts'
import { diskPath } from './file.ts'

const changes = ['preservation'] as const

export const bagProblemKinds = [
  'not_a_bag',
  'wrong_version',
  'no_manifest',
  'bad_line',
  'path_outside',
  'missing',
  'wrong_sum',
  'unreadable',
  'not_listed',
  'wrong_amount',
  'incomplete',
] as const

/** What the one who received a package gives back. */
export const Receipt = z.object({
  program: z.literal('Kho Sách'),
  kind: z.literal('receipt'),
  package: z.string().max(200),
  seal: z.string().regex(/^[0-9a-f]{64}$/),
  files: z.int(),
  bytes: z.int(),
  isValid: z.boolean(),
  checkedAt: instant,
  library: z.string().max(500),
})
export type Receipt = z.output<typeof Receipt>

const FilePackage = z.object({
  id,
  rev,
  code: z.string(),
  titleId: id,
  title: z.string(),
  path: z.string(),
  files: z.int(),
  bytes: z.int(),
  seal: z.string(),
  recipient: z.string(),
  madeAt: instant,
  receivedAt: instant.nullable(),
  receivedBy: z.string().nullable(),
})
export type FilePackage = z.output<typeof FilePackage>

export const packageContract = {
  queries: {
    /** Newest first. */
    packages: { can: 'preservation.read', input: z.object({ ...pageInput }), output: page(FilePackage) },
  },
  commands: {
    /** What came back from the other end closes the hand-over, if it speaks of this very package. */
    takeReceipt: {
      can: 'preservation.write',
      input: z.object({ id, rev, receipt: z.string().max(20_000) }),
      output: FilePackage,
      errors: ['package_not_found', 'receipt_unreadable', 'receipt_of_another', 'receipt_says_damaged'],
      changes,
    },
  },
  jobs: {
    /** Packs the sound files of checked folders for somebody else, on the right that stands on the day. */
    makePackage: {
      can: 'preservation.write',
      input: z.object({
        folderIds: z.array(id).min(1).max(50),
        path: diskPath,
        recipient: requiredText(300),
      }),
      output: FilePackage,
      errors: [
        'folder_not_found',
        'folders_of_two_titles',
        'folder_unsound',
        'nothing_to_pack',
        'rights_unknown',
        'rights_refused',
        'path_unreadable',
        'path_taken',
        'no_room',
        'file_altered',
        'file_out_of_reach',
      ],
      changes,
    },
    /** Whether a package arrived as it left; the receipt goes back to whoever sent it. Changes nothing in it. */
    checkPackage: {
      can: 'preservation.write',
      input: z.object({ path: diskPath }),
      output: z.object({
        isValid: z.boolean(),
        problems: z.array(z.object({ problem: z.enum(bagProblemKinds), path: z.string() })),
        problemCount: z.int(),
        files: z.int(),
        bytes: z.int(),
        seal: z.string().nullable(),
        info: z.record(z.string(), z.string()),
        receipt: fileTicket.nullable(),
      }),
      errors: ['path_unreadable'],
      changes: [],
    },
  },
} as const

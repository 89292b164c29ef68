import * as z from 'zod'
import { fileTicket, folderListing, id, instant, nothing, page, pageInput, rev } from '../fields.ts'
import { fileViews, pictureLacks } from './rules.ts'
import { diskPath, FileProblem, FileRow, Folder, FolderFields, Profile, ProfileFields } from './file.ts'
import { TextTally } from './texts-contract.ts'

const changes = ['preservation'] as const
/** Counting what a job has moves its progress too. */
const checkChanges = ['preservation', 'digitization', 'indicators', 'reports'] as const

const found = ['folder_not_found'] as const
const linkErrors = ['title_not_found', 'job_not_found', 'profile_not_found', 'path_not_absolute'] as const

export const folderContract = {
  queries: {
    /** Newest first; of one job, or of one title, where asked. */
    folders: {
      can: 'preservation.read',
      input: z.object({
        jobId: id.nullable().default(null),
        titleId: id.nullable().default(null),
        view: z.enum(['all', 'troubled', 'unchecked']).default('all'),
        ...pageInput,
      }),
      output: page(Folder),
    },
    folder: {
      can: 'preservation.read',
      input: z.object({ id }),
      output: Folder.extend({
        /** How many files have each problem. */
        problems: z.array(z.object({ problem: FileProblem, files: z.int() })),
        /** Runs of pages that are missing; the first hundred. */
        gaps: z.array(z.object({ from: z.int(), to: z.int() })),
        gapPages: z.int(),
        lastPage: z.int().nullable(),
        texts: TextTally,
      }),
      errors: found,
    },
    files: {
      can: 'preservation.read',
      input: z.object({
        folderId: id,
        view: z.enum(fileViews).default('all'),
        ...pageInput,
      }),
      output: page(FileRow),
      errors: found,
    },
    /** What the disk shows now beside what was last seen of it; nothing is read. */
    folderNews: {
      can: 'preservation.read',
      input: z.object({ id }),
      output: z.object({
        isReachable: z.boolean(),
        files: z.int(),
        added: z.int(),
        changed: z.int(),
        gone: z.int(),
        lookedAt: instant,
      }),
      errors: found,
      inPieces: true,
    },
    /** A picture of a page of a file, the first one unless asked: as it is where the screen can show it, redrawn where it cannot. */
    showFile: {
      can: 'preservation.read',
      input: z.object({ id, size: z.enum(['small', 'large']), pageInFile: z.int().min(1).default(1) }),
      output: z.object({
        picture: fileTicket.nullable(),
        lack: z.enum(pictureLacks).nullable(),
        /** Of the file; null where it does not say. */
        pages: z.int().nullable(),
        /** Where it lies, for other programs to open it. */
        path: z.string(),
      }),
      errors: ['file_not_found', 'file_out_of_reach'],
      inPieces: true,
    },
    /** Folders of this PC, to choose one from; without a path, where they begin. */
    places: {
      can: 'preservation.write',
      input: z.object({ path: diskPath.nullable().default(null) }),
      output: folderListing,
      errors: ['path_unreadable'],
    },
    profiles: { can: 'preservation.read', input: nothing, output: z.array(Profile) },
  },
  commands: {
    linkFolder: {
      can: 'preservation.write',
      input: FolderFields,
      output: Folder,
      errors: [...linkErrors, 'folder_linked'],
      changes,
    },
    updateFolder: {
      can: 'preservation.write',
      input: FolderFields.pick({ path: true, purpose: true, profileId: true }).extend({ id, rev }),
      output: Folder,
      errors: [...found, 'profile_not_found', 'path_not_absolute', 'folder_linked'],
      changes,
    },
    /** Lets go of a folder: the app forgets what it saw there, the disk keeps everything. */
    unlinkFolder: {
      can: 'preservation.write',
      input: z.object({ id, rev }),
      output: z.object({ id, files: z.int() }),
      errors: [...found, 'folder_has_copies'],
      changes: checkChanges,
    },
    addProfile: {
      can: 'preservation.write',
      input: ProfileFields,
      output: Profile,
      errors: ['duplicate_name', 'pattern_wrong'],
      changes,
    },
    updateProfile: {
      can: 'preservation.write',
      input: ProfileFields.extend({ id, rev }),
      output: Profile,
      errors: ['profile_not_found', 'duplicate_name', 'pattern_wrong'],
      changes,
    },
    removeProfile: {
      can: 'preservation.write',
      input: z.object({ id, rev }),
      output: z.object({ id }),
      errors: ['profile_not_found', 'profile_in_use'],
      changes,
    },
  },
  jobs: {
    /**
     * Lists the folder, reads what it has not read yet, and judges. What was cut off goes on where it ended; `isFull`
     * reads everything anew.
     */
    checkFolder: {
      can: 'preservation.write',
      input: z.object({ id, isFull: z.boolean().default(false) }),
      output: z.object({
        id,
        listed: z.int(),
        read: z.int(),
        ignored: z.int(),
        /** Folders below that could not be opened. */
        unreadable: z.int(),
        /** False where the disk went away before the end. */
        isWhole: z.boolean(),
        good: z.int(),
        noticed: z.int(),
        bad: z.int(),
        gone: z.int(),
      }),
      errors: [...found, 'folder_out_of_reach'],
      changes: checkChanges,
    },
  },
} as const

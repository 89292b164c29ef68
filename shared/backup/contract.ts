import * as z from 'zod'
import { defineContract } from '../contract.ts'
import { done, folderListing, id, instant, nothing, requiredText, rev, text } from '../fields.ts'
import { Backup, FoundBackup, Holdings, KeptBackup } from './copies.ts'
import { BackupPlace, BackupRule, PlaceFields, PlaceOutcome, Passphrase } from './places.ts'

export * from './copies.ts'
export * from './places.ts'
export * from './rotation.ts'

const path = text(1000)
const Rule = BackupRule.extend({ rev, isEncrypted: z.boolean(), encryptedSince: instant.nullable() })

const Made = z.object({ fileName: z.string(), madeAt: instant, places: z.array(PlaceOutcome) })

export const backup = defineContract({
  queries: {
    status: {
      can: 'signed_in',
      input: nothing,
      output: z.object({
        lastProvenAt: instant.nullable(),
        /** Where that one lies; empty beside the library. */
        lastProvenPlace: z.string(),
        /** The newest copies that were not cleared away. */
        backups: z.array(Backup),
        /** Copies that were proven once and are bad or gone now. */
        faulty: z.int(),
        /** When a damaged page was found in the library itself. */
        damagedSince: instant.nullable(),
        folder: z.string(),
        /** Each time the library began anew from a copy, the last first; `aside` is where the one before lies. */
        restorations: z.array(z.object({ id, fileName: z.string(), restoredAt: instant, aside: z.string() })),
      }),
    },
    /** Copies in a folder, the newest first; without a folder those beside the library. */
    found: {
      can: 'anyone',
      input: z.object({ folder: path.default('') }),
      output: z.object({ folder: z.string(), copies: z.array(FoundBackup) }),
      errors: ['restore_not_allowed', 'folder_not_found'],
    },
    places: { can: 'backup.make', input: nothing, output: z.array(BackupPlace) },
    /** Folders to choose a place from; without a path, where folders begin. */
    folders: {
      can: 'backup.make',
      input: z.object({ path: path.nullable().default(null) }),
      output: folderListing,
      errors: ['path_unreadable'],
    },
    rule: { can: 'backup.make', input: nothing, output: Rule },
    /** What the rule makes of each copy of a place; another rule may be tried before it is taken. */
    rotation: {
      can: 'backup.make',
      input: z.object({ placeId: id, rule: BackupRule.optional() }),
      output: z.array(KeptBackup),
      errors: ['place_not_found'],
    },
    isDue: {
      can: 'anyone',
      input: z.object({ isQuitting: z.boolean().default(false) }),
      output: z.object({ isDue: z.boolean() }),
    },
    isCheckDue: { can: 'anyone', input: nothing, output: z.object({ isDue: z.boolean() }) },
  },
  commands: {
    /** Puts the copy that was proven last in the library's place; the program opens anew, and everybody signs in again. */
    restore: {
      can: 'anyone',
      input: z.object({ path, password: z.string().max(200).default('') }),
      output: done,
      errors: ['restore_not_allowed', 'nothing_proven', 'job_running', 'wrong_credentials', 'throttled'],
      changes: [],
    },
    /** Puts a library that cannot be opened out of the way, for a copy to take its place; one that opens stays. */
    setAside: { can: 'anyone', input: nothing, output: done, changes: [] },
    /** Leaves a mark there, by which it is known under another letter. */
    addPlace: {
      can: 'backup.make',
      input: PlaceFields.extend({ path: requiredText(1000) }),
      output: z.object({ id }),
      errors: ['path_not_absolute', 'path_unreadable', 'path_readonly', 'place_known', 'place_in_library'],
      changes: ['backup'],
    },
    updatePlace: {
      can: 'backup.make',
      input: PlaceFields.extend({ id, rev, name: text(80) }),
      output: done,
      errors: ['place_not_found'],
      changes: ['backup'],
    },
    /** Nothing more is copied there; what lies there stays. */
    retirePlace: {
      can: 'backup.make',
      input: z.object({ id, rev }),
      output: done,
      errors: ['place_not_found', 'place_is_own'],
      changes: ['backup'],
    },
    setRule: {
      can: 'backup.make',
      input: BackupRule.extend({ rev }),
      output: done,
      changes: ['backup'],
    },
    /** From the next copy on. The key is made anew, and what was encrypted before keeps its own. */
    encrypt: {
      can: 'backup.make',
      input: z.object({ passphrase: Passphrase }),
      output: z.object({ recoveryKey: z.string() }),
      changes: ['backup'],
    },
    /** For the paper, as often as it is needed: whoever knows the passphrase may have it. */
    recoveryKey: {
      can: 'backup.make',
      input: z.object({ passphrase: z.string().max(400) }),
      output: z.object({ recoveryKey: z.string() }),
      errors: ['not_encrypted', 'passphrase_wrong'],
      changes: [],
    },
    stopEncrypting: { can: 'backup.make', input: nothing, output: done, changes: ['backup'] },
    /** Keeps a copy whatever the rule says, or leaves it to the rule again with no reason. */
    hold: {
      can: 'backup.make',
      input: z.object({ id, heldFor: text(200) }),
      output: done,
      errors: ['backup_not_found'],
      changes: ['backup'],
    },
  },
  jobs: {
    /** Restores a copy beside the library and checks it there; nothing is replaced yet. */
    prove: {
      can: 'anyone',
      input: z.object({ path, passphrase: z.string().max(400).default('') }),
      output: z.object({
        path: z.string(),
        fileName: z.string(),
        copy: Holdings,
        /** Null on a PC that has no library yet. */
        current: Holdings.nullable(),
        files: z.int(),
        /** The copy was made without the files that its records name. */
        lacksFiles: z.boolean(),
      }),
      errors: [
        'restore_not_allowed',
        'copy_not_found',
        'not_a_backup',
        'copy_damaged',
        'copy_too_new',
        'passphrase_needed',
        'passphrase_wrong',
      ],
      unwritten: ['passphrase'],
      changes: [],
    },
    /** To every place that is attached. */
    make: {
      can: 'backup.make',
      input: nothing,
      output: Made,
      errors: ['copy_failed_proof'],
      changes: ['backup'],
    },
    /** The same where it is due. Nobody is signed in for it, and it lets whatever people start go first. */
    makeByItself: {
      can: 'anyone',
      input: z.object({ isQuitting: z.boolean().default(false) }),
      output: Made,
      errors: ['copy_failed_proof'],
      givesWay: true,
      changes: ['backup'],
    },
    /** Reads copies again that were not looked at for long, and the library itself. */
    check: {
      can: 'backup.make',
      input: nothing,
      output: z.object({ checked: z.int(), faulty: z.int(), isLibrarySound: z.boolean() }),
      changes: ['backup'],
    },
    checkByItself: {
      can: 'anyone',
      input: nothing,
      output: z.object({ checked: z.int(), faulty: z.int(), isLibrarySound: z.boolean() }),
      givesWay: true,
      changes: ['backup'],
    },
  },
})

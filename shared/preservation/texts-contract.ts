import * as z from 'zod'
import { withoutControls } from '../fold.ts'
import { id, instant, page, pageInput } from '../fields.ts'
import { diskPath } from './file.ts'
import { textProblems, textSources } from './reading.ts'

const changes = ['preservation'] as const
const ofFolder = ['folder_not_found'] as const
const language = z.string().regex(/^[A-Za-z][A-Za-z_]{1,30}$/)
const typed = z.string().trim().min(1).max(500)

/** Lines as they stand; a page of a newspaper has some twenty thousand letters. */
const pageText = z.string().max(200_000).transform(withoutControls)

/** How pages are read on this PC. */
export const TextRule = z.object({
  /** Of the reading program; empty looks for it where programs usually are. */
  path: z.union([z.literal(''), diskPath]).default(''),
  /** Then a page is given up and the next one begins. */
  secondsPerPage: z.int().min(5).max(3600).default(180),
  /** Percent below which a person should read the page. */
  lowBelow: z.int().min(0).max(100).default(70),
})
export type TextRule = z.output<typeof TextRule>

export const TextProgram = z.object({ path: z.string(), version: z.string(), languages: z.array(z.string()) })
export type TextProgram = z.output<typeof TextProgram>

export const PageText = z.object({
  fileId: id,
  path: z.string(),
  page: z.int().nullable(),
  folderId: id,
  titleId: id,
  title: z.string(),
  /** The files before and behind it that can be looked at. */
  previousId: z.int().nullable(),
  nextId: z.int().nullable(),
  /** Null while nobody and nothing has read the page. */
  rev: z.int().nullable(),
  text: z.string(),
  /** As it was read, beneath a correction. */
  readText: z.string(),
  isCorrected: z.boolean(),
  source: z.enum(textSources).nullable(),
  tool: z.string(),
  languages: z.string(),
  confidence: z.int().nullable(),
  problem: z.enum(textProblems).nullable(),
  readAt: instant.nullable(),
})
export type PageText = z.output<typeof PageText>

/** What the pages of a folder have of text. */
export const TextTally = z.object({
  /** Different pictures that can be read. */
  pages: z.int(),
  withText: z.int(),
  low: z.int(),
  failed: z.int(),
})

const SnippetPart = z.object({ text: z.string(), isHit: z.boolean() })
export const TextHit = z.object({
  fileId: id,
  path: z.string(),
  page: z.int().nullable(),
  snippet: z.array(SnippetPart),
})
export type TextHit = z.output<typeof TextHit>

export const textContract = {
  queries: {
    /** The reading program of this PC, or that there is none. */
    textProgram: {
      can: 'preservation.read',
      input: z.object({}),
      output: z.object({ rule: TextRule, program: TextProgram.nullable() }),
      inPieces: true,
    },
    /** What reading a folder would do. */
    textPlan: {
      can: 'preservation.read',
      input: z.object({ folderId: id }),
      output: TextTally.extend({
        languages: z.array(z.string()),
        mayHoldHanNom: z.boolean(),
        /** Not read or not sound by the last check. */
        unchecked: z.int(),
        /** Of a kind that is not read here, as PDFs. */
        unfit: z.int(),
      }),
      errors: ofFolder,
    },
    /** What a piece of work has of text, by its folder that is read furthest: masters and copies are the same pages. */
    jobTexts: { can: 'preservation.read', input: z.object({ jobId: id }), output: TextTally },
    text: {
      can: 'preservation.read',
      input: z.object({ fileId: id }),
      output: PageText,
      errors: ['file_not_found'],
    },
    countTexts: {
      can: 'preservation.read',
      input: z.object({ text: typed }),
      output: z.object({ pages: z.int(), titles: z.int(), isExact: z.boolean() }),
    },
    /** Titles in whose pages the words stand close together, those with the accents as typed first. */
    findTexts: {
      can: 'preservation.read',
      input: z.object({ text: typed, ...pageInput }),
      output: page(
        z.object({
          titleId: id,
          title: z.string(),
          responsibility: z.string(),
          pages: z.int(),
          /** The first few. */
          hits: z.array(TextHit),
        }),
      ),
    },
    /** All such pages of one title, in their order. */
    textHits: {
      can: 'preservation.read',
      input: z.object({ titleId: id, text: typed, ...pageInput }),
      output: page(TextHit),
    },
  },
  commands: {
    setTextRule: {
      can: 'preservation.write',
      input: TextRule,
      output: TextRule,
      errors: ['program_unfit'],
      changes,
    },
    /** Types or corrects what stands on a page; null goes back to what was read. */
    correctText: {
      can: 'preservation.write',
      input: z.object({ fileId: id, rev: z.int().nullable(), text: pageText.nullable() }),
      output: PageText,
      errors: ['file_not_found', 'file_unread'],
      changes,
    },
  },
  jobs: {
    /** Reads page after page that has no text yet; what was cut off goes on where it ended. */
    readTexts: {
      can: 'preservation.write',
      input: z.object({
        folderId: id,
        /** Null reads in the languages of the record. */
        languages: z.array(language).min(1).max(3).nullable().default(null),
        /** Also pages that have a text from a program; corrections stay. */
        isAgain: z.boolean().default(false),
        /** Then it stops between two pages: whatever else takes long waits until it has ended. */
        minutes: z.int().min(1).max(10_000).nullable().default(null),
      }),
      output: z.object({
        folderId: id,
        read: z.int(),
        low: z.int(),
        /** Pages that gave nothing, the first of them by name. */
        failed: z.int(),
        failedPaths: z.array(z.string()),
        /** Pages its time did not reach. */
        left: z.int(),
        /** False where the disk went away before the end. */
        isWhole: z.boolean(),
      }),
      errors: [...ofFolder, 'folder_unchecked', 'folder_out_of_reach', 'program_missing', 'language_missing'],
      changes,
    },
  },
} as const

import * as z from 'zod'
import { id, instant, requiredText, rev, text } from '../fields.ts'
import { fileColours, fileFormats, fileProblems, fileStates } from './rules.ts'

export const FileFormat = z.enum(fileFormats)
export const FileColour = z.enum(fileColours)
export const FileProblem = z.enum(fileProblems)
export const FileState = z.enum(fileStates)

/** Letter for letter as the system has it: its accents are part of it. */
export const diskPath = z.string().min(1).max(4096)

export const ProfileFields = z.object({
  name: requiredText(200),
  pattern: text(200),
  firstPage: z.int().min(0).max(1_000_000).default(1),
  formats: z.array(FileFormat).max(fileFormats.length).default([]),
  minDpi: z.int().min(1).max(10_000).nullable().default(null),
  minColour: FileColour.nullable().default(null),
})
export const Profile = ProfileFields.extend({ id, rev })
export type Profile = z.output<typeof Profile>

/** What the files of a folder are for: what is kept for good, what readers are given, what was read off the pages. */
export const FolderPurpose = z.enum(['master', 'use', 'text', 'other'])

export const FolderFields = z.object({
  titleId: id,
  jobId: id.nullable().default(null),
  path: diskPath,
  purpose: FolderPurpose,
  profileId: id.nullable().default(null),
})

export const FileTally = z.object({
  waiting: z.int(),
  good: z.int(),
  noticed: z.int(),
  bad: z.int(),
  gone: z.int(),
  bytes: z.int(),
  pages: z.int(),
})
export type FileTally = z.output<typeof FileTally>

export const FolderState = z.enum(['new', 'partial', 'checked', 'lost'])

export const Folder = FolderFields.extend({
  id,
  rev,
  title: z.string(),
  jobCode: z.string(),
  profileName: z.string(),
  state: FolderState,
  linkedAt: instant,
  checkedAt: instant.nullable(),
  tally: FileTally,
})
export type Folder = z.output<typeof Folder>

export const FileRow = z.object({
  id,
  path: z.string(),
  size: z.int(),
  page: z.int().nullable(),
  state: FileState,
  problems: z.array(FileProblem),
  format: FileFormat.nullable(),
  pages: z.int().nullable(),
  widthPx: z.int().nullable(),
  heightPx: z.int().nullable(),
  dpi: z.int().nullable(),
  colour: FileColour.nullable(),
  bits: z.int().nullable(),
  sha256: z.string().nullable(),
  checkedAt: instant.nullable(),
  /** How far its text is; null where it has none. */
  text: z.enum(['read', 'low', 'corrected', 'failed']).nullable(),
  confidence: z.int().nullable(),
})
export type FileRow = z.output<typeof FileRow>

import type { MarcRecord } from '../../../shared/catalogue/contract.ts'

export type ReadProblemCode = RecordProblemCode | UnreadCode

/** What is wrong with a record that was saved all the same; the detail names the field. */
type RecordProblemCode =
  | 'length_wrong'
  | 'record_too_long'
  | 'record_end_missing'
  | 'record_cut_off'
  | 'leader_missing'
  | 'leader_wrong'
  | 'directory_wrong'
  | 'lines_unwrapped'
  | 'tag_wrong'
  | 'field_missing'
  | 'field_untagged'
  | 'indicators_wrong'
  | 'subfields_missing'
  | 'subfield_code_wrong'
  | 'control_with_subfields'
  | 'text_undecoded'
  | 'controls_removed'
  | 'text_too_long'
  | 'too_many_subfields'
  | 'xml_entity_unknown'
  | 'xml_text_outside'
  | 'line_unread'

/** Why a stretch gave no record. */
type UnreadCode =
  | 'junk'
  | 'no_record'
  | 'no_record_end'
  | 'cut_off'
  | 'record_empty'
  | 'xml_malformed'
  | 'xml_dtd_refused'

export type ReadProblem = { code: ReadProblemCode; detail: string }

/** What a reader found, in the order of the file. Every byte of the file stands in exactly one entry. */
export type Entry =
  | { kind: 'record'; at: number; length: number; record: MarcRecord; problems: ReadProblem[] }
  /** A stretch that gave no record: broken, junk between records, a tail cut off. `bytes` is the raw stretch, cut at 4096 bytes when longer. */
  | { kind: 'unread'; at: number; length: number; bytes: Uint8Array; problem: ReadProblem }

/** Turns the bytes of a subfield or control field into text, NFC. Never throws. */
export type Decode = (bytes: Uint8Array) => string

/** Entries come in batches so that nobody awaits each record. `decode` turns the bytes of a field into text (default UTF-8). */
export type MarcReader = (
  bytes: AsyncIterable<Uint8Array>,
  options: { decode: Decode },
) => AsyncIterable<Entry[]>

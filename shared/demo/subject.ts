import type { PublisherGroup } from './places.ts'

/** Who stands in the statement of responsibility. */
type Makers =
  | 'writer'
  | 'people'
  | 'editors'
  | 'compiler'
  | 'translator'
  | 'party'
  | 'office'
  | 'statistics'
  | 'none'

/**
 * A kind of book. In its patterns `{word}` is filled from the lexicon, and `{place}`, `{commune}`, `{area}`, `{year}`,
 * `{span}`, `{era}`, `{person}` from the title being made; the classes hold where no word of the title has its own.
 */
export type Subject = {
  weight: number
  by: Makers
  publishers: PublisherGroup
  classes: readonly string[]
  titles: readonly string[]
  subtitles?: readonly string[]
  language?: string
  /** Nothing of this kind was printed earlier. */
  from?: number
  /** Of a hundred, how many are one volume of several. */
  volumes?: number
  handwritten?: true
}

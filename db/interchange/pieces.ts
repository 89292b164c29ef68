import { formOf, materialOf } from '../../shared/catalogue/rules.ts'
import { gatherTitles, type NewTitle } from '../catalogue/index.ts'
import type { Addition, Creation, Overlay, Writing } from './apply.ts'
import type { DecidedLine } from './decide.ts'

/** What one transaction writes. Overlays leave rows in the journal, so they go apart from what a digest stands for. */
export type Piece = { writing: Writing } | { overlays: Overlay[] }
type Moment = { today: string; now: string; effectiveOn: string }

/** The more titles in a transaction, the less the index of words is rearranged. */
const titlesAtOnce = 800
/** Overlays carry whole records. */
const overlaysAtOnce = 300

/** Pieces made up line by line: what is new is kept as the texts it will be stored as, not as records. */
export function gatherPieces(moment: Moment) {
  let gathered = emptyPiece(moment)
  function* pieces(isFull: (count: number, most: number) => boolean): Generator<Piece> {
    const { titles, creates, additions, overlays } = gathered
    const written = creates.length + additions.length
    if (!isFull(written, titlesAtOnce) && !isFull(overlays.length, overlaysAtOnce)) return
    gathered = emptyPiece(moment)
    if (written > 0) yield { writing: { batch: titles.batch(), creates, additions } }
    if (overlays.length > 0) yield { overlays }
  }
  return {
    add(line: DecidedLine): void {
      const { recordId, place, record, origin, drafts, titleId, insideOf, decision } = line
      if (decision === 'create') {
        gathered.titles.add(newTitleOf(line, moment))
        gathered.creates.push({ recordId, place, origin, drafts })
      } else if (decision === 'copies') {
        gathered.additions.push({ recordId, place, titleId, insideOf, drafts })
      } else if (decision === 'overlay') {
        gathered.overlays.push({ recordId, titleId, record, origin, drafts })
      }
    },
    full: () => pieces((count, most) => count >= most),
    rest: () => pieces((count) => count > 0),
  }
}

function emptyPiece({ now }: Moment) {
  const creates: Creation[] = []
  const additions: Addition[] = []
  const overlays: Overlay[] = []
  return { titles: gatherTitles(now), creates, additions, overlays }
}

/** A title counts from the day its first copy came in; one without copies from the day of the run. */
function newTitleOf({ record, drafts }: DecidedLine, { today, effectiveOn }: Moment): NewTitle {
  if (record === null) throw new Error('a line without a record is never created')
  const days = drafts.flatMap(({ accessionedOn }) =>
    accessionedOn && accessionedOn <= today ? [accessionedOn] : [],
  )
  const addedOn = days.toSorted()[0] ?? effectiveOn
  return { ...formOf(record), material: materialOf(record), digitalOrigin: null, addedOn, record }
}

import type { Reader } from '../connection.ts'
import { journalHead } from '../journal/index.ts'
import type { Remember } from '../memory.ts'
import { ownFigures, type OwnFigures } from './own-figures.ts'

/** Half a million copies are counted once for each state of the records. */
export function ownFiguresRemembered(
  db: Reader,
  on: string,
  remembered: Remember,
): () => Promise<OwnFigures> {
  return async () => {
    const { position } = await journalHead(db)
    return remembered(`network.own ${on} ${position}`, () => ownFigures(db, on))
  }
}

import { fold } from '../../shared/fold.ts'
import type { Found } from './module-route.ts'

const mostShown = 8

type Named = { id: number; text: string; hint: string; to: string }

/** Of records so few that a library knows them all: those whose name, number or year has the words that were typed. */
export function namedRecords(kind: string, all: readonly Named[], typed: string): Found[] {
  const words = fold(typed).split(/\s+/)
  const has = ({ text, hint }: Named) => words.every((word) => fold(`${text} ${hint}`).includes(word))
  return all
    .filter(has)
    .slice(0, mostShown)
    .map(({ id, ...found }) => ({ key: `${kind}-${id}`, ...found }))
}

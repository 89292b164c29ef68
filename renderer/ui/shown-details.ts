import type { Details, Json } from '../../shared/contract.ts'
import { displayDate, displayInstant } from '../../shared/dates.ts'

const day = /^\d{4}-\d{2}-\d{2}$/
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/

/** The facts of a refusal as its text shows them: the engine says days and instants in ISO, people read 31/12/2026. */
export function shownDetails(details: Details): Details {
  return Object.fromEntries(Object.entries(details).map(([name, fact]) => [name, shown(fact)]))
}

function shown(fact: Json): Json {
  if (Array.isArray(fact)) return fact.map(shown)
  if (typeof fact !== 'string') return fact
  if (day.test(fact)) return displayDate(fact)
  return instant.test(fact) ? displayInstant(fact) : fact
}

import { between, chance, diceOf } from './dice.ts'

const dayMs = 86_400_000
const firstDayMs = Date.UTC(1990, 0, 1)

/**
 * When a title came in, from 1990 to the last day, more and more each year; and when it had been printed: mostly
 * shortly before. Thrown apart from all else, so that the ISBN of another number can be known without its title.
 */
export function timingOf(seed: number, number: number, today: string): { addedOn: string; year: number } {
  const dice = diceOf(seed, -number)
  const days = Math.max(0, Math.round((Date.parse(today) - firstDayMs) / dayMs))
  const day = Math.floor((days + 1) * chance(dice) ** 0.55)
  const addedOn = new Date(firstDayMs + Math.min(days, day) * dayMs).toISOString().slice(0, 10)
  const roll = chance(dice)
  const ageYears =
    roll < 0.74 ? between(dice, 0, 2) : roll < 0.93 ? between(dice, 3, 10) : between(dice, 11, 50)
  return { addedOn, year: Number(addedOn.slice(0, 4)) - ageYears }
}

/** The first so many numbers of a seed in the order in which their titles came in. */
export function numbersByDay(seed: number, count: number, today: string): number[] {
  const days = Float64Array.from({ length: count }, (_, number) => {
    const { addedOn } = timingOf(seed, number, today)
    // The day above, the number below: one plain sort puts both in order.
    return Number(addedOn.replaceAll('-', '')) * 4_194_304 + number
  })
  return Array.from(days.sort(), (key) => key % 4_194_304)
}

/** A small generator of numbers: the same seed and number give the same throws, in any order of asking. */
export type Dice = { state: number }

export function diceOf(seed: number, number: number): Dice {
  const high = Math.floor(seed / 2 ** 32)
  return { state: mix(mix(mix(seed >>> 0) ^ high) ^ Math.imul(number, 0x9e3779b1)) }
}

/** From 0 up to, but not including, 1. */
export function chance(dice: Dice): number {
  dice.state = (dice.state + 0x6d2b79f5) | 0
  return mix(dice.state) / 2 ** 32
}

export function between(dice: Dice, low: number, high: number): number {
  return low + Math.floor(chance(dice) * (high - low + 1))
}

export function pick<Item>(dice: Dice, items: readonly Item[]): Item {
  const item = items[Math.floor(chance(dice) * items.length)]
  if (item === undefined) throw new RangeError('nothing to pick from')
  return item
}

/** `a|b|c` as a list; several lines are one list. */
export function list(text: string): readonly string[] {
  return text.split('|').map((item) => item.trim())
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

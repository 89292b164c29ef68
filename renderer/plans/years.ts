import type { Option } from '../ui/Select.tsx'

const before = 6
const ahead = 4

/** Years that people plan for and look back at, the newest first. */
export function yearsAround(today: string): Option[] {
  const newest = Number(today.slice(0, 4)) + ahead
  return Array.from({ length: before + ahead + 1 }, (_, at) => {
    const year = String(newest - at)
    return { value: year, label: year }
  })
}

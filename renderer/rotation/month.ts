/** Months stand in addresses as their first day. */
export function lastDayOf(month: string): string {
  const [year = 0, at = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, at, 0)).toISOString().slice(0, 10)
}

export function monthAfter(month: string, step: 1 | -1): string {
  const [year = 0, at = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, at - 1 + step, 1)).toISOString().slice(0, 10)
}

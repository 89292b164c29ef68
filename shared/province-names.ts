import { units } from './provinces.ts'

/** Names by code, of today's units and of those before 01/07/2025; one code may mean two places. */
export const provinceNames: ReadonlyMap<string, string> = new Map(units.map(({ code, name }) => [code, name]))
export const formerNames: ReadonlyMap<string, string> = new Map(
  units.flatMap(({ former }) => former.map(([code, name]) => [code, name] as const)),
)

import type { Value } from '../../shared/indicators/contract.ts'

/** The few figures a director asks for first; all of them stand in the report one click away. */
const headlineCodes = ['M2b.01', 'M2b.02', 'M2b.04b', 'M2b.05a', 'M2b.08', 'M2b.11']

export function headlineOf<Figure extends Pick<Value, 'code'>>(figures: readonly Figure[]): Figure[] {
  return headlineCodes.flatMap((code) => figures.find((figure) => figure.code === code) ?? [])
}

/** How many figures of a quarter there are, and of how many nothing is known. */
export function missingOf(figures: readonly Pick<Value, 'status'>[]): { all: number; missing: number } {
  return {
    all: figures.length,
    missing: figures.filter(({ status }) => status === 'not_collected').length,
  }
}

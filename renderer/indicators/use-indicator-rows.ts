import { indicatorParts, partOf } from '../../shared/indicators/formulas.ts'
import type { Output } from '../app/operation-types.ts'
import { useParts } from '../app/operations.ts'
import type { Told } from './use-indicator-columns.tsx'
import { useIndicatorCodes } from './use-indicator-choices.ts'

/** A row for each figure at once; what each counts comes part by part, in the order of the rows. */
export function useIndicatorRows(period: string) {
  const codes = useIndicatorCodes()
  const parts = [...new Set([...codes.map(partOf), ...indicatorParts])]
  const answers = useParts(
    'indicators.list',
    parts.map((part) => ({ period, part })),
  )
  const came = new Map<string, Output<'indicators.list'>>()
  answers.forEach(({ value }, at) => {
    if (value) came.set(parts[at] ?? '', value)
  })
  const counted = new Map<string, Told>(
    [...came.values()].flatMap(({ values }) => values).map((value) => [value.code, value]),
  )
  // What is no longer told today may have been told then.
  const rows = [...new Set([...codes, ...counted.keys()])]
    .filter((code) => counted.has(code) || !came.has(partOf(code)))
    .map((code) => ({ code, now: counted.get(code) ?? null }))
  const failure = answers.find((answer) => answer.failure)?.failure ?? null
  return {
    rows,
    counted: counted.size,
    failure,
    isCounting: came.size < parts.length && failure === null,
    basis: came.size === parts.length ? [...came.values()].at(-1) : undefined,
  }
}

export type MeasureName = 'catalogue.titles'

export type Formula = {
  version: number
  measures: readonly MeasureName[]
  /** Counts in, figure out; null stands for a ratio whose base is 0. */
  compute: (counts: Readonly<Record<MeasureName, number>>) => number | null
}

export type Indicator = {
  code: string
  legalBasis: string
  formulas: readonly [Formula, ...Formula[]]
}

/** A formula that has been signed with is never edited: a change is a new version at the front. */
export const indicatorList: readonly Indicator[] = [
  {
    code: 'M2b.02',
    legalBasis: 'Nghị định 93/2020/NĐ-CP, Điều 11; Công văn 2024/BVHTTDL-TV, mục 2b',
    formulas: [
      { version: 1, measures: ['catalogue.titles'], compute: (counts) => counts['catalogue.titles'] },
    ],
  },
]

export const definitionsVersion = 1

export function currentFormula(indicator: Indicator): Formula {
  return indicator.formulas[0]
}

import type { Selection } from '../../shared/catalogue/contract.ts'

/** Titles that somebody chose in the catalogue on the way to making jobs of them. */
export type ChosenTitles = { selection: Selection; count: number }
export const chosenTitlesName = 'digitization.chosen'

import type { TitleRow } from '../../shared/catalogue/contract.ts'

/** A title on one line: part and subtitle belong to its name. */
export function titleText({ title, part, subtitle }: Pick<TitleRow, 'title' | 'part' | 'subtitle'>): string {
  return [[title, part].filter(Boolean).join('. '), subtitle].filter(Boolean).join(' : ')
}

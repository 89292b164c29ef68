import { textKeyOf } from '../../shared/indicators/formulas.ts'
import indicators from '../../shared/locales/vi/indicators.json' with { type: 'json' }

const units: Record<string, string> = indicators.units

/** Shares and figures per head say nothing when they are added up. */
export function isAddable(code: string): boolean {
  const unit = units[textKeyOf(code)] ?? ''
  return unit !== '%' && !unit.includes('/')
}

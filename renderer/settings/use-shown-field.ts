import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import type { LibraryFields } from './library-values.ts'

export type Provinces = Output<'settings.provinces'>

/** A field of the library as people read it: names instead of codes. */
export function useShownField(provinces: Provinces) {
  const { t } = useTranslation()
  return (name: keyof LibraryFields, fields: LibraryFields): string => {
    const value = fields[name]
    if (name === 'language') return t(`common.languages.${fields.language}`)
    if (name === 'provinceCode') return provinces.find((unit) => unit.code === value)?.name ?? String(value)
    if (name !== 'formerProvinceCode') return String(value)
    const former = provinces.flatMap((unit) => unit.formerUnits)
    return former.find((unit) => unit.code === value)?.name ?? String(value)
  }
}

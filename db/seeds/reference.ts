import { ddcClasses } from './ddc-classes.ts'
import { languages } from './languages.ts'
import { dongNaiCityFrom, formerUnitsValidUntil, units, unitsValidFrom } from '../../shared/provinces.ts'
import type { ProvinceKind } from '../../shared/provinces.ts'
import { relators } from './relators.ts'

export type ProvinceRow = { code: string; name: string }
/** Both days belong to the span; `validTo` null means still so. */
export type ProvinceKindRow = {
  provinceCode: string
  kind: ProvinceKind
  validFrom: string
  validTo: string | null
}
/** A unit that no longer exists, and where its territory is now; `validUntil` was its last day. */
export type FormerProvinceRow = {
  code: string
  name: string
  kind: ProvinceKind
  provinceCode: string
  validUntil: string
}
export type ReferenceList = 'ddcClass' | 'language' | 'relator'
export type ReferenceTermRow = {
  list: ReferenceList
  code: string
  name: string
  nameEn: string
  position: number
}

const province: ProvinceRow[] = units.map(({ code, name }) => ({ code, name }))

const provinceKind: ProvinceKindRow[] = units.flatMap(({ code, kind }): ProvinceKindRow[] =>
  code === '75'
    ? [
        { provinceCode: code, kind, validFrom: unitsValidFrom, validTo: dayBefore(dongNaiCityFrom) },
        { provinceCode: code, kind: 'thành phố', validFrom: dongNaiCityFrom, validTo: null },
      ]
    : [{ provinceCode: code, kind, validFrom: unitsValidFrom, validTo: null }],
)

const formerProvince: FormerProvinceRow[] = units.flatMap((unit) =>
  unit.former.map(([code, name, kind, validUntil = formerUnitsValidUntil]) => ({
    code,
    name,
    kind,
    provinceCode: unit.code,
    validUntil,
  })),
)

const referenceTerm: ReferenceTermRow[] = [
  ...terms('ddcClass', ddcClasses),
  ...terms('language', languages),
  ...terms('relator', relators),
]

/** What every install needs, a table a key; rows are told apart by code (list and code; unit and first day). */
export const reference = { province, provinceKind, formerProvince, referenceTerm }

function terms(
  list: ReferenceList,
  entries: readonly (readonly [string, string, string])[],
): ReferenceTermRow[] {
  return entries.map(([code, name, nameEn], index) => ({ list, code, name, nameEn, position: index + 1 }))
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

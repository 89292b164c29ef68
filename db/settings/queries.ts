import { CallNumberRule } from '../../shared/catalogue/contract.ts'
import { Library } from '../../shared/settings/contract.ts'
import type { Reader } from '../connection.ts'
import type { QueriesOf } from '../context.ts'

export const libraryColumns = Library.omit({ id: true }).keyof().options

export const queries: QueriesOf<'settings'> = {
  library(_, { db }) {
    return db.selectFrom('library').select(libraryColumns).select('uuid as id').executeTakeFirstOrThrow()
  },

  async provinces({ on }, { db, today }) {
    const provinces = await db
      .selectFrom('province')
      .innerJoin('provinceKind', 'provinceKind.provinceCode', 'province.code')
      .select(['province.code', 'province.name', 'provinceKind.kind'])
      .where('provinceKind.validFrom', '<=', on ?? today)
      .where((is) =>
        is.or([is('provinceKind.validTo', 'is', null), is('provinceKind.validTo', '>=', on ?? today)]),
      )
      .orderBy('province.code')
      .execute()
    const former = await db
      .selectFrom('formerProvince')
      .select(['code', 'name', 'provinceCode'])
      .orderBy('code')
      .execute()
    const formerByProvince = Map.groupBy(former, (unit) => unit.provinceCode)
    return provinces.map((province) => ({
      ...province,
      formerUnits: (formerByProvince.get(province.code) ?? []).map(({ code, name }) => ({ code, name })),
    }))
  },

  /** What the library has not settled is as the contract proposes. */
  async callNumberRule(_, { db }) {
    const { callNumberRule } = await db
      .selectFrom('library')
      .select('callNumberRule')
      .executeTakeFirstOrThrow()
    return CallNumberRule.parse(JSON.parse(callNumberRule))
  },

  list({ list }, { db }) {
    return termsOf(db, list)
  },
}

async function termsOf(
  db: Reader,
  list: 'ddcClass' | 'language' | 'relator' | 'province' | 'formerProvince',
) {
  if (list === 'province' || list === 'formerProvince') {
    const units = await db.selectFrom(list).select(['code', 'name']).orderBy('code').execute()
    return units.map((unit) => ({ ...unit, nameEn: unit.name }))
  }
  return db
    .selectFrom('referenceTerm')
    .select(['code', 'name', 'nameEn'])
    .where('list', '=', list)
    .orderBy('position')
    .execute()
}

import { sql } from 'kysely'
import type { ActivityType, FieldOfType } from '../../shared/activities/contract.ts'
import { declaredType, isDeclared, type TypeField } from '../../shared/activities/types.ts'
import type { Reader } from '../connection.ts'

export type KnownType = Omit<ActivityType, 'activities'>

/** Every type as the library has it: the program's declaration, and what the library changed or added. */
export async function readTypes(db: Reader): Promise<KnownType[]> {
  const rows = await db.selectFrom('activityType').selectAll().orderBy('code').execute()
  return rows.map(({ code, rev, name, hiddenOn, groupName, feeds, proof, ownFields }) => {
    const own = (JSON.parse(ownFields) as FieldOfType[]).map((field) => ({ ...field, isOwn: true }))
    const common = { code, rev, name, isHidden: hiddenOn !== null, ownFields: own }
    const asked = proof === null ? null : (JSON.parse(proof) as KnownType['proof'])
    if (!isDeclared(code))
      return {
        ...common,
        isDeclared: false,
        group: (groupName ?? 'reading') as KnownType['group'],
        feeds: JSON.parse(feeds) as KnownType['feeds'],
        proof: asked ?? [],
        reach: 'local' as const,
        fields: own,
      }
    const declared = declaredType(code)
    return {
      ...common,
      isDeclared: true,
      group: declared.group,
      feeds: [...declared.feeds],
      proof: asked ?? [...declared.proof],
      reach: declared.reach,
      fields: [...declared.fields.map(asField), ...own],
    }
  })
}

function asField({ key, kind, choices = [], isPersonal = false }: TypeField): FieldOfType {
  return { key, kind, label: '', choices: [...choices], isPersonal, isOwn: false }
}

export async function typeByCode(db: Reader): Promise<ReadonlyMap<string, KnownType>> {
  return new Map((await readTypes(db)).map((type) => [type.code, type]))
}

export async function withUses(db: Reader, types: readonly KnownType[]): Promise<ActivityType[]> {
  const { rows } = await sql<{ code: string; activities: number }>`
    select typeCode as code, count(*) as activities from activity group by typeCode`.execute(db)
  const uses = new Map(rows.map(({ code, activities }) => [code, activities]))
  return types.map((type) => ({ ...type, activities: uses.get(type.code) ?? 0 }))
}

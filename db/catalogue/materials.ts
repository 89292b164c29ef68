import type { Material, Title } from '../../shared/catalogue/contract.ts'
import type { Details } from '../../shared/contract.ts'
import type { Reader } from '../connection.ts'
import { copyCounts } from '../copies/index.ts'

type MaterialProblem = {
  code: 'material_has_no_copies' | 'material_has_no_issues' | 'material_has_no_articles'
  details: Details
}

/** Why what belongs to a title cannot belong to one of this material; null when it can. */
export async function problemOfMaterial(
  db: Reader,
  { id, title }: Pick<Title, 'id' | 'title'>,
  material: Material,
): Promise<MaterialProblem | null> {
  if (material === 'link' || material === 'article') {
    const { all: copies } = await copyCounts(db, id)
    if (copies > 0) return { code: 'material_has_no_copies', details: { title, copies } }
  }
  if (material !== 'serial') {
    const issues = await countOf(db, 'serialIssue', id)
    const subscriptions = await countOf(db, 'subscription', id)
    if (issues + subscriptions > 0)
      return { code: 'material_has_no_issues', details: { title, issues, subscriptions } }
  }
  const articles = material === 'article' ? await articlesIn(db, id) : 0
  return articles > 0 ? { code: 'material_has_no_articles', details: { title, articles } } : null
}

async function countOf(db: Reader, table: 'serialIssue' | 'subscription', titleId: number): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('titleId', '=', titleId)
    .executeTakeFirstOrThrow()
  return count
}

export async function articlesIn(db: Reader, hostId: number): Promise<number> {
  const { articles } = await db
    .selectFrom('title')
    .select((is) => is.fn.countAll<number>().as('articles'))
    .where('hostId', '=', hostId)
    .where('removedOn', 'is', null)
    .executeTakeFirstOrThrow()
  return articles
}

import type { demoSubscription } from '../../shared/demo/holdings.ts'
import type { Writer } from '../connection.ts'

export type DemoSubscription = { titleAt: number } & NonNullable<ReturnType<typeof demoSubscription>>

export async function insertSubscriptions(
  db: Writer,
  subscriptions: readonly DemoSubscription[],
  firstTitleId: number,
): Promise<void> {
  for (const { titleAt, subscription, issues } of subscriptions) {
    const titleId = firstTitleId + titleAt
    await db
      .insertInto('subscription')
      .values({ ...subscription, titleId })
      .execute()
    await db
      .insertInto('serialIssue')
      .values(issues.map((issue) => ({ ...issue, titleId })))
      .execute()
  }
}

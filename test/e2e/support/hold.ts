import type { Page } from 'playwright-core'

/** Keeps a page's calls of an operation waiting until let go, as a busy engine does. */
export async function holdBack(page: Page, operation: string): Promise<() => void> {
  const gate = Promise.withResolvers<void>()
  await page.route(`**/call/${operation}`, async (route) => {
    await gate.promise
    await route.continue()
  })
  return gate.resolve
}

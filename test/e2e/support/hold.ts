import type { Page } from 'playwright-core'

/** Keeps a page's calls of an operation, or those of just this input, waiting until let go, as a busy engine does. */
export async function holdBack(
  page: Page,
  operation: string,
  which: (body: string) => boolean = () => true,
): Promise<() => void> {
  const gate = Promise.withResolvers<void>()
  await page.route(`**/call/${operation}`, async (route) => {
    if (which(route.request().postData() ?? '')) await gate.promise
    await route.continue()
  })
  return gate.resolve
}

import type { BrowserContext } from 'playwright-core'

/** What no page may ever do: fail on its console, break its own policy, or speak to another machine. */
export async function watch(context: BrowserContext, origin: string): Promise<string[]> {
  const faults: string[] = []
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`policy: ${violatedDirective} ${blockedURI}`)
    })
  })
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => faults.push(`error: ${error.error().stack ?? error.error().message}`))
  context.on('request', (request) => {
    const { protocol, origin: to } = new URL(request.url())
    if (to !== origin && !['data:', 'blob:', 'file:'].includes(protocol))
      faults.push(`network: ${request.url()}`)
  })
  return faults
}

/** The operations a context asks of the engine, in order. */
export function callsOf(context: BrowserContext): string[] {
  const calls: string[] = []
  context.on('request', (request) => {
    const [, area, operation] = new URL(request.url()).pathname.split('/')
    if (area === 'call' && operation) calls.push(operation)
  })
  return calls
}

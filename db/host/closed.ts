import type { Reply } from '../../shared/contract.ts'
import { stayAfterAll } from '../put-back.ts'
import { createExchange } from './exchange.ts'

type Asked = { operation: string; input: unknown }

/**
 * What can be done about a library that another version of the program has to open; there is no engine to ask. Null for
 * any other call. What it takes is loaded only now: hardly any start needs it.
 */
export async function answerClosed(dataDir: string, { operation, input }: Asked): Promise<Reply | null> {
  if (operation === 'updates.stay') {
    stayAfterAll(dataDir)
    return { ok: true, value: { done: true } }
  }
  if (operation !== 'updates.setups' && operation !== 'updates.takeInClosed') return null
  const { shownSetups, takenFrom } = await import('../updates/index.ts')
  if (operation === 'updates.setups') {
    const setups = shownSetups(dataDir).map(({ version, path, standing }) => ({ version, path, standing }))
    return { ok: true, value: setups }
  }
  const token = (input as { file?: { token?: unknown } } | null)?.file?.token
  if (typeof token !== 'string') return { ok: false, error: { code: 'invalid_input', details: {} } }
  const path = createExchange(dataDir).pathOf(token) ?? ''
  return { ok: true, value: await takenFrom(path, dataDir, () => undefined) }
}

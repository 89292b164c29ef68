import { MessagePort, type Worker } from 'node:worker_threads'

type Port = Pick<MessagePort | Worker, 'postMessage'> & {
  on(event: 'message', listener: (message: Message) => void): unknown
}
type Message =
  | { kind: 'ask'; id: number; method: string; args: unknown[] }
  | { kind: 'answer'; id: number; value?: unknown; error?: { message: string; code?: string } }

// Each method checks nothing: both ends of the port are this program.
// oxlint-disable-next-line typescript/no-explicit-any
export type Methods = Record<string, (...args: any[]) => unknown>

export type Peer<Theirs extends Methods> = {
  ask<M extends keyof Theirs & string>(
    method: M,
    ...args: Parameters<Theirs[M]>
  ): Promise<Awaited<ReturnType<Theirs[M]>>>
  /** Resolves once no question waits for its answer. */
  idle(): Promise<void>
  /** Rejects whatever waits and whatever is asked from now on: the other end is gone and would never answer. */
  abandon(reason: Error): void
}

/** Questions and answers over one port, in both directions. */
export function createPeer<Theirs extends Methods>(port: Port, ours: Methods): Peer<Theirs> {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>()
  let lastId = 0
  let whenIdle: (() => void)[] = []
  let gone: Error | null = null

  function settle(): void {
    if (waiting.size > 0) return
    whenIdle.forEach((resolve) => resolve())
    whenIdle = []
  }

  async function answer({ id, method, args }: Extract<Message, { kind: 'ask' }>): Promise<void> {
    try {
      port.postMessage({ kind: 'answer', id, value: await ours[method]?.(...args) })
    } catch (error) {
      port.postMessage({ kind: 'answer', id, error: describe(error) })
    }
  }

  port.on('message', (message) => {
    if (message.kind === 'ask') return void answer(message)
    const asker = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error) asker?.reject(Object.assign(new Error(message.error.message), message.error))
    else asker?.resolve(message.value as never)
    settle()
  })

  return {
    ask(method, ...args) {
      if (gone) return Promise.reject(gone)
      const id = ++lastId
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        // A port among the arguments changes hands.
        const ports = args.filter((arg) => arg instanceof MessagePort)
        port.postMessage({ kind: 'ask', id, method, args }, ports)
      })
    },
    idle: () => (waiting.size === 0 ? Promise.resolve() : new Promise((resolve) => whenIdle.push(resolve))),
    abandon(reason) {
      gone = reason
      for (const { reject } of waiting.values()) reject(reason)
      waiting.clear()
      settle()
    },
  }
}

function describe(error: unknown): { message: string; code?: string } {
  if (!(error instanceof Error)) return { message: String(error) }
  return { message: error.message, ...('code' in error ? { code: String(error.code) } : {}) }
}

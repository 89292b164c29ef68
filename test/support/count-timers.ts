import { createHook } from 'node:async_hooks'
import { BroadcastChannel, isMainThread, threadId } from 'node:worker_threads'

/**
 * Loaded before anything else into every thread of a program (`node --import`): keeps account of its timers, Node's own
 * among them, and tells of them when the program's parent asks.
 */
export type ThreadTimers = {
  /** Which question this answers: a busy machine may answer late. */
  question: number
  thread: number
  /** Timers that stand, by when they go off after having been set; one that repeats comes again and again. */
  standing: { ms: number; repeats: boolean; setBy: string }[]
  /** How often a timer went off since it was asked before. */
  fired: number
}

type Timer = { _idleTimeout: number; _repeat: number | null }

const standing = new Map<number, { timer: Timer; setBy: string }>()
let fired = 0

createHook({
  init(id, type, _, resource) {
    if (type !== 'Timeout') return
    const lines = new Error('a timer').stack?.split('\n') ?? []
    const setBy = lines.slice(3).join('\n')
    standing.set(id, { timer: resource as Timer, setBy })
  },
  before(id) {
    if (standing.has(id)) fired += 1
  },
  destroy: (id) => void standing.delete(id),
}).enable()

function account(question: number): ThreadTimers {
  const timers = [...standing.values()].filter(({ timer }) => timer._idleTimeout >= 0)
  const told = timers.map(({ timer, setBy }) => ({
    ms: timer._idleTimeout,
    repeats: timer._repeat !== null,
    setBy,
  }))
  const since = fired
  fired = 0
  return { question, thread: threadId, standing: told, fired: since }
}

const questions = new BroadcastChannel('khosach-timers-asked')
const answers = new BroadcastChannel('khosach-timers-told')
questions.onmessage = (message) => answers.postMessage(account((message as { data: number }).data))
questions.unref()
answers.unref()
if (isMainThread) {
  answers.onmessage = (message) => process.send?.((message as { data: ThreadTimers }).data)
  process.on('message', (question: number) => {
    process.send?.(account(question))
    questions.postMessage(question)
  })
  process.channel?.unref()
}

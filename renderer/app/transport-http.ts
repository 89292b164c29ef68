import type { Reply } from '../../shared/contract.ts'
import type { Door, EngineEvent, FileTicket, GivenFile, Served } from '../../shared/door.ts'
import type { Standing, StandingStore } from './standing.ts'

/** Said by the page itself: nobody is there to say it. */
const programStopped: Reply = { ok: false, error: { code: 'program_stopped', details: {} } }

/** Other PCs are served over TLS alone, and this PC itself never. */
const isServed = location.protocol === 'https:'
/** A network breaks for a moment, a program on the same PC does not. */
const againMs = 5000
const retriesMs = isServed ? [300, 1000, 2500] : []

/** Asked again under the same key, a command whose answer was lost is answered and not carried out twice. */
async function ask(operation: string, input: unknown): Promise<Reply> {
  const key = crypto.getRandomValues(new Uint32Array(4)).join('-')
  for (const waitMs of [...retriesMs, null]) {
    try {
      const response = await fetch(`/call/${operation}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-call': key },
        body: JSON.stringify(input),
      })
      const reply: Reply = await response.json()
      return reply
    } catch {
      if (waitMs !== null) await new Promise((resolve) => setTimeout(resolve, waitMs))
    }
  }
  return programStopped
}

async function served(): Promise<Served | null> {
  if (!isServed) return null
  const response = await fetch('/about')
  const reply: { value: Served } = await response.json()
  return reply.value
}

function standingAfter(reply: Reply): Standing {
  if (reply.ok) return 'here'
  if (reply.error.code === 'seat_unknown') return isServed ? 'servedReplaced' : 'replaced'
  if (reply.error.code !== 'program_stopped') return 'here'
  return isServed ? 'servedStopped' : 'stopped'
}

function listen(listener: (event: EngineEvent) => void, onBreak: () => void): () => void {
  const source = new EventSource('/events')
  let wasOpen = false
  source.onopen = () => {
    if (wasOpen) listener({ type: 'reconnected' })
    wasOpen = true
  }
  source.onmessage = (message) => {
    const event: EngineEvent = JSON.parse(String(message.data))
    listener(event)
  }
  source.onerror = onBreak
  return () => source.close()
}

function chooseFile(accept: string): Promise<File | null> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  return new Promise((resolve) => {
    input.onchange = () => resolve(input.files?.[0] ?? null)
    input.oncancel = () => resolve(null)
    input.click()
  })
}

async function pickFile(accept: string): Promise<FileTicket | null> {
  const file = await chooseFile(accept)
  return file && handIn(file)
}

/** One after another: a stick read at two places at once is slower than at one. */
async function takeFiles(files: readonly GivenFile[]): Promise<FileTicket[]> {
  const tickets: FileTicket[] = []
  for (const file of files) {
    const ticket = file instanceof File ? await handIn(file).catch(() => null) : null
    if (ticket) tickets.push(ticket)
  }
  return tickets
}

async function handIn(file: File): Promise<FileTicket | null> {
  const response = await fetch(`/upload?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    body: file,
  })
  const reply: { ok: true; value: FileTicket } | { ok: false } = await response.json()
  return reply.ok ? reply.value : null
}

async function saveFile(file: FileTicket): Promise<boolean> {
  const link = document.createElement('a')
  link.href = `/file/${file.token}?name=${encodeURIComponent(file.name)}`
  link.download = file.name
  link.click()
  return true
}

/** The loopback door: the same engine, reached from a browser on this PC. */
export function httpDoor(standing: StandingStore): Door {
  async function call(operation: string, input: unknown): Promise<Reply> {
    const reply = await ask(operation, input)
    standing.set(standingAfter(reply))
    if (standing.get() === 'servedStopped') tryAgain()
    return reply
  }
  let isTrying = false
  /** The serving PC comes back by itself; so does the page. */
  function tryAgain(): void {
    if (isTrying) return
    isTrying = true
    setTimeout(() => {
      isTrying = false
      void call('users.session', {})
    }, againMs)
  }
  return {
    call,
    // A stream that breaks is the first to know; asking anything tells why.
    onEvent: (listener) => listen(listener, () => void call('users.session', {})),
    pickFile,
    takeFiles,
    saveFile,
    openedFile: async () => null,
    startSetup: async () => false,
    about: async () => null,
    served,
    startsItself: async () => null,
    lookAtServer: async () => null,
    useServer: async () => undefined,
  }
}

import type { Reply } from '../../shared/contract.ts'
import type { Door, EngineEvent, FileTicket } from '../../shared/door.ts'

const engineLost: Reply = { ok: false, error: { code: 'engine_lost', details: {} } }

async function call(operation: string, input: unknown): Promise<Reply> {
  try {
    const response = await fetch(`/call/${operation}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    const reply: Reply = await response.json()
    return reply
  } catch {
    return engineLost
  }
}

function onEvent(listener: (event: EngineEvent) => void): () => void {
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
  if (!file) return null
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
export function httpDoor(): Door {
  return { call, onEvent, pickFile, saveFile }
}

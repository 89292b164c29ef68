import { copyFile } from 'node:fs/promises'
import type { Host } from '../db/host/host.ts'
import type { Door, FileTicket } from '../shared/door.ts'

export type IpcLike<Event> = {
  handle(channel: string, listener: (event: Event, ...input: unknown[]) => unknown): void
}

/** The two questions only the operating system's own dialogs can ask. */
export type DialogLike = {
  askOpen(accept: string): Promise<string | null>
  askSave(name: string): Promise<string | null>
}

type Parts = {
  call: Door['call']
  host: Pick<Host, 'onEvent'> & { exchange: Pick<Host['exchange'], 'admit' | 'pathOf'> }
  dialogs: DialogLike
}

/** The page's door, seen from the process that holds the engine. */
export function createDoor({ call, host, dialogs }: Parts): Door {
  return {
    call,
    onEvent: (listener) => host.onEvent(listener),
    async pickFile(accept) {
      const path = await dialogs.askOpen(accept)
      return path === null ? null : host.exchange.admit(path)
    },
    async saveFile(file) {
      const source = host.exchange.pathOf(file.token)
      const target = source === null ? null : await dialogs.askSave(file.name)
      if (source === null || target === null) return false
      await copyFile(source, target)
      return true
    },
  }
}

function isTicket(value: unknown): value is FileTicket {
  if (typeof value !== 'object' || value === null) return false
  return (
    'token' in value && typeof value.token === 'string' && 'name' in value && typeof value.name === 'string'
  )
}

/** Answers the page's calls, and nobody else's. */
export function bridge<Event>(ipc: IpcLike<Event>, door: Door, isTrusted: (event: Event) => boolean): void {
  function answer(channel: keyof Door, listener: (...input: unknown[]) => Promise<unknown>): void {
    ipc.handle(channel, (event, ...input) => {
      if (!isTrusted(event)) throw new Error(`${channel}: not our page`)
      return listener(...input)
    })
  }
  answer('call', (operation, input) => door.call(String(operation), input))
  answer('pickFile', (accept) => door.pickFile(String(accept)))
  answer('saveFile', async (file) => isTicket(file) && door.saveFile(file))
}

import { copyFile } from 'node:fs/promises'
import type { Host } from '../db/host/host.ts'
import { plainName } from '../shared/file-name.ts'
import type { Door, FileTicket, GivenFile } from '../shared/door.ts'
import { knownServer } from './server.ts'

export type IpcLike<Event> = {
  handle(channel: string, listener: (event: Event, ...input: unknown[]) => unknown): void
}

/** The two questions only the operating system's own dialogs can ask. */
export type DialogLike = {
  askOpen(accept: string): Promise<string | null>
  askSave(name: string): Promise<string | null>
}

/** A file of the page with the place where it lies, as only the preload finds out. */
type PlacedFile = GivenFile & { path: string }

type Parts = Pick<
  Door,
  'call' | 'openedFile' | 'about' | 'startSetup' | 'startsItself' | 'lookAtServer' | 'useServer'
> & {
  host: Pick<Host, 'onEvent'> & { exchange: Pick<Host['exchange'], 'admit' | 'pathOf'> }
  dialogs: DialogLike
}

/** The page's door, seen from the process that holds the engine. */
export function createDoor({ host, dialogs, ...asked }: Parts): Door {
  return {
    ...asked,
    served: async () => null,
    onEvent: (listener) => host.onEvent(listener),
    async pickFile(accept) {
      const path = await dialogs.askOpen(accept)
      return path === null ? null : host.exchange.admit(path)
    },
    async takeFiles(files) {
      const tickets = files.filter(isPlaced).map(({ path }) => host.exchange.admit(path).catch(() => null))
      return (await Promise.all(tickets)).filter((ticket) => ticket !== null)
    },
    async saveFile(file) {
      const source = host.exchange.pathOf(file.token)
      const target = source === null ? null : await dialogs.askSave(plainName(file.name))
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

function isPlaced(file: unknown): file is PlacedFile {
  return typeof file === 'object' && file !== null && 'path' in file && isPath(file.path)
}

/** A file that lies nowhere, as one made by the page itself, has an empty path. */
function isPath(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
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
  answer('takeFiles', async (files) => door.takeFiles(Array.isArray(files) ? files.filter(isPlaced) : []))
  answer('openedFile', () => door.openedFile())
  answer('about', () => door.about())
  answer('startSetup', (version) => door.startSetup(String(version)))
  answer('served', () => door.served())
  answer('startsItself', (isWanted) => door.startsItself(typeof isWanted === 'boolean' ? isWanted : null))
  answer('lookAtServer', (address) => door.lookAtServer(String(address)))
  answer('useServer', (server) => door.useServer(knownServer(server)))
  answer('saveFile', async (file) => isTicket(file) && door.saveFile(file))
}

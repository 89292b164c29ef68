import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type DialogLike, bridge, createDoor } from './ipc.ts'

type Listener = (event: string, ...input: unknown[]) => unknown

function wire(dialogs: Partial<DialogLike>) {
  const folder = mkdtempSync(join(tmpdir(), 'khosach-ipc-'))
  const source = join(folder, 'source.xlsx')
  writeFileSync(source, 'rows')
  const door = createDoor({
    call: (operation, input) => Promise.resolve({ ok: true, value: { operation, input } }),
    host: {
      onEvent: () => () => {},
      exchange: {
        admit: (path) => Promise.resolve({ token: 'in', name: path, size: 4 }),
        pathOf: (token) => (token === 'out' ? source : null),
      },
    },
    openedFile: async () => null,
    about: async () => null,
    startSetup: async (version) => version === '1.2.0',
    startsItself: async (isWanted) => isWanted ?? false,
    lookAtServer: async () => ({ problem: 'unreachable' }),
    useServer: async () => undefined,
    dialogs: { askOpen: async () => null, askSave: async () => null, ...dialogs },
  })
  const listeners = new Map<string, Listener>()
  bridge<string>(
    { handle: (channel, listener) => listeners.set(channel, listener) },
    door,
    (event) => event === 'ours',
  )
  async function send(channel: string, event: string, ...input: unknown[]): Promise<unknown> {
    return listeners.get(channel)?.(event, ...input)
  }
  return { send, folder }
}

test('passes a call of our page to the engine and its answer back', async () => {
  const { send } = wire({})
  expect(await send('call', 'ours', 'catalogue.search', { text: 'x' })).toEqual({
    ok: true,
    value: { operation: 'catalogue.search', input: { text: 'x' } },
  })
})

test('answers no other page on any channel', async () => {
  const { send } = wire({})
  for (const channel of [
    'call',
    'pickFile',
    'takeFiles',
    'saveFile',
    'openedFile',
    'about',
    'startSetup',
    'served',
    'startsItself',
    'lookAtServer',
    'useServer',
  ]) {
    await expect(send(channel, 'theirs', 'users.list'), channel).rejects.toThrow(/not our page/)
  }
})

test('a picked file goes in by ticket, a dialog that was closed by none', async () => {
  const picked = wire({ askOpen: async (accept) => `/chosen${accept}` })
  expect(await picked.send('pickFile', 'ours', '.mrc')).toEqual({ token: 'in', name: '/chosen.mrc', size: 4 })
  expect(await wire({}).send('pickFile', 'ours', '.mrc')).toBeNull()
})

test('files of the page go in by where they lie; those that lie nowhere, and nonsense, do not', async () => {
  const { send } = wire({})
  const files = [
    { name: 'a.mrc', size: 4, path: '/stick/a.mrc' },
    { name: 'made.mrc', size: 4, path: '' },
    '/etc/passwd',
  ]
  expect(await send('takeFiles', 'ours', files)).toEqual([{ token: 'in', name: '/stick/a.mrc', size: 4 }])
  expect(await send('takeFiles', 'ours', 'x')).toEqual([])
})

test('saves the file of a ticket where the person says', async () => {
  const { send, folder } = wire({ askSave: async (name) => join(folder, name) })
  expect(await send('saveFile', 'ours', { token: 'out', name: 'báo cáo.xlsx', size: 4 })).toBe(true)
  expect(readFileSync(join(folder, 'báo cáo.xlsx'), 'utf8')).toBe('rows')
})

test('saves nothing for a spent ticket, a closed dialog or nonsense', async () => {
  const { send } = wire({})
  expect(await send('saveFile', 'ours', { token: 'spent', name: 'a', size: 1 })).toBe(false)
  expect(await send('saveFile', 'ours', { token: 'out', name: 'a', size: 1 })).toBe(false)
  expect(await send('saveFile', 'ours', '/etc/passwd')).toBe(false)
})

test('the dialog is offered a plain name, whatever the page says', async () => {
  const offered: string[] = []
  const { send } = wire({ askSave: async (name) => (offered.push(name), null) })
  for (const name of [
    '..\\..\\Startup\\a.cmd',
    '/etc/cron.d/a',
    'C:\\Windows\\a.dll',
    'aux.txt',
    'a.txt::$DATA',
  ])
    await send('saveFile', 'ours', { token: 'out', name, size: 4 })
  expect(offered).toEqual(['a.cmd', 'a', 'a.dll', '_aux.txt', 'a.txt__$DATA'])
})

test('a Setup is started by its version', async () => {
  const { send } = wire({})
  expect(await send('startSetup', 'ours', '1.2.0')).toBe(true)
  expect(await send('startSetup', 'ours', '/tmp/evil.exe')).toBe(false)
})

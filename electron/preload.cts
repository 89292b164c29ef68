import type { Door, EngineEvent } from '../shared/door.ts'

const { contextBridge, ipcRenderer }: typeof import('electron') = require('electron')

const door: Door = {
  call: (operation, input) => ipcRenderer.invoke('call', operation, input),
  pickFile: (accept) => ipcRenderer.invoke('pickFile', accept),
  saveFile: (file) => ipcRenderer.invoke('saveFile', file),
  onEvent(listener) {
    const forward = (_: unknown, event: EngineEvent) => listener(event)
    ipcRenderer.on('event', forward)
    return () => ipcRenderer.off('event', forward)
  },
}

contextBridge.exposeInMainWorld('khosachDoor', door)

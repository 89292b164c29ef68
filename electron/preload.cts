import type { Door, EngineEvent, GivenFile } from '../shared/door.ts'

const { contextBridge, ipcRenderer, webUtils }: typeof import('electron') = require('electron')

/** Where a file of the page lies is asked here, so that no page can name a place of its own. */
function placed(file: GivenFile) {
  return { name: file.name, size: file.size, path: webUtils.getPathForFile(file as File) }
}

const door: Door = {
  call: (operation, input) => ipcRenderer.invoke('call', operation, input),
  pickFile: (accept) => ipcRenderer.invoke('pickFile', accept),
  takeFiles: (files) => ipcRenderer.invoke('takeFiles', files.map(placed)),
  saveFile: (file) => ipcRenderer.invoke('saveFile', file),
  openedFile: () => ipcRenderer.invoke('openedFile'),
  startSetup: (version) => ipcRenderer.invoke('startSetup', version),
  about: () => ipcRenderer.invoke('about'),
  served: () => ipcRenderer.invoke('served'),
  startsItself: (isWanted) => ipcRenderer.invoke('startsItself', isWanted),
  lookAtServer: (address) => ipcRenderer.invoke('lookAtServer', address),
  useServer: (server) => ipcRenderer.invoke('useServer', server),
  onEvent(listener) {
    const forward = (_: unknown, event: EngineEvent) => listener(event)
    ipcRenderer.on('event', forward)
    return () => ipcRenderer.off('event', forward)
  },
}

contextBridge.exposeInMainWorld('khosachDoor', door)

import type { Door } from '../../shared/door.ts'

declare global {
  interface Window {
    /** Put there by Electron's preload; a browser has none. */
    khosachDoor?: Door
  }
}

export function ipcDoor(): Door | undefined {
  return window.khosachDoor
}

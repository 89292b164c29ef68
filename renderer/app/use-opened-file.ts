import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import type { OpenedFile } from '../../shared/door.ts'
import { useEngine } from './engine.tsx'

/** Takes a file that was double-clicked to the page that reads such files, once somebody has signed in. */
export function useOpenedFile(): void {
  const { door } = useEngine()
  const navigate = useNavigate()
  useEffect(() => {
    async function look() {
      const opened = await door.openedFile()
      if (opened) await navigate('/sync', { state: { opened } satisfies OpenedState })
    }
    void look()
    return door.onEvent((event) => {
      if (event.type === 'opened') void look()
    })
  }, [door, navigate])
}

type OpenedState = { opened: OpenedFile }

export function openedIn(state: unknown): OpenedFile | null {
  return typeof state === 'object' && state !== null && 'opened' in state
    ? (state as OpenedState).opened
    : null
}

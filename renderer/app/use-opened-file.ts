import { useEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { FileTicket, OpenedFile } from '../../shared/door.ts'
import { useEngine } from './engine.tsx'

const pageOf: Record<OpenedFile['kind'], string> = { package: '/sync', receipt: '/sync', update: '/updates' }

type OpenedState = { opened: OpenedFile }

/** Takes a file that was double-clicked to the page that reads such files, once somebody has signed in. */
export function useOpenedFile(): void {
  const navigate = useNavigate()
  useOpened((opened) => void navigate(pageOf[opened.kind], { state: { opened } satisfies OpenedState }))
}

/** What was double-clicked, now and as long as the page is there. */
export function useOpened(take: (opened: OpenedFile) => void): void {
  const { door } = useEngine()
  const taking = useRef(take)
  useEffect(() => {
    taking.current = take
  })
  useEffect(() => {
    async function look() {
      const opened = await door.openedFile()
      if (opened) taking.current(opened)
    }
    void look()
    return door.onEvent((event) => {
      if (event.type === 'opened') void look()
    })
  }, [door])
}

/** The file this page was opened by. */
export function useOpenedHere(): OpenedFile | null {
  const { state }: { state: unknown } = useLocation()
  return typeof state === 'object' && state !== null && 'opened' in state
    ? (state as OpenedState).opened
    : null
}

/** Begins with the file that a page was opened by, once for each. */
export function useBeginWith(file: FileTicket | null, begin: (file: FileTicket) => Promise<void>): void {
  const begun = useRef<FileTicket | null>(null)
  useEffect(() => {
    if (begun.current === file) return
    begun.current = file
    if (file) void begin(file)
  }, [file, begin])
}

import { useEffect, useState } from 'react'
import type { PictureLack } from '../../shared/preservation/rules.ts'
import { useCall } from '../app/operations.ts'

export type PictureState =
  | { state: 'waiting' }
  | { state: 'away' }
  | { state: 'none'; lack: PictureLack; path: string }
  | { state: 'shown'; url: string; pages: number; path: string }

const waiting: PictureState = { state: 'waiting' }

/** A file's picture as an address for the page, let go of when it is no longer shown: its ticket works once. */
export function usePicture(id: number, size: 'small' | 'large'): PictureState {
  const call = useCall()
  const [shown, setShown] = useState<{ id: number; picture: PictureState }>({ id, picture: waiting })
  useEffect(() => {
    let url: string | null = null
    const stop = new AbortController()
    async function fetchPicture(): Promise<PictureState> {
      const answer = await call('preservation.showFile', { id, size })
      if (!answer.ok) return { state: 'away' }
      const { picture, lack, pages, path } = answer.value
      if (!picture) return { state: 'none', lack: lack ?? 'no_picture', path }
      const response = await fetch(`/file/${picture.token}`, { signal: stop.signal })
      if (!response.ok) return { state: 'away' }
      url = URL.createObjectURL(await response.blob())
      return { state: 'shown', url, pages: pages ?? 1, path }
    }
    fetchPicture()
      .catch((): PictureState => ({ state: 'away' }))
      .then((picture) => {
        if (!stop.signal.aborted) setShown({ id, picture })
        else if (url) URL.revokeObjectURL(url)
      })
      .catch(() => undefined)
    return () => {
      stop.abort()
      if (url) URL.revokeObjectURL(url)
    }
  }, [call, id, size])
  return shown.id === id ? shown.picture : waiting
}

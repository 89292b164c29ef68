import { useEffect, useState } from 'react'
import type { PictureLack } from '../../shared/preservation/rules.ts'
import { useCall } from '../app/operations.ts'

export type PictureState =
  | { state: 'waiting' }
  | { state: 'away' }
  | { state: 'none'; lack: PictureLack; pages: number; path: string }
  | { state: 'shown'; url: string; pages: number; path: string }

const waiting: PictureState = { state: 'waiting' }

type Wanted = { id: number; size: 'small' | 'large'; pageInFile: number }

/** A picture of a page of a file as an address, let go of when it is no longer shown: its ticket works once. */
export function usePicture({ id, size, pageInFile }: Wanted): PictureState {
  const call = useCall()
  const [shown, setShown] = useState<{ key: string; picture: PictureState }>({ key: '', picture: waiting })
  const key = `${id} ${pageInFile}`
  useEffect(() => {
    let url: string | null = null
    const stop = new AbortController()
    async function fetchPicture(): Promise<PictureState> {
      const answer = await call('preservation.showFile', { id, size, pageInFile })
      if (!answer.ok) return { state: 'away' }
      const { picture, lack, pages, path } = answer.value
      if (!picture) return { state: 'none', lack: lack ?? 'no_picture', pages: pages ?? 1, path }
      const response = await fetch(`/file/${picture.token}`, { signal: stop.signal })
      if (!response.ok) return { state: 'away' }
      url = URL.createObjectURL(await response.blob())
      return { state: 'shown', url, pages: pages ?? 1, path }
    }
    fetchPicture()
      .catch((): PictureState => ({ state: 'away' }))
      .then((picture) => {
        if (!stop.signal.aborted) setShown({ key, picture })
        else if (url) URL.revokeObjectURL(url)
      })
      .catch(() => undefined)
    return () => {
      stop.abort()
      if (url) URL.revokeObjectURL(url)
    }
  }, [call, id, size, pageInFile, key])
  return shown.key === key ? shown.picture : waiting
}

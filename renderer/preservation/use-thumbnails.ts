import { useEffect, useState } from 'react'
import { useCall } from '../app/operations.ts'

/** Three inches at what an office printer shows of a picture. */
const longestSide = 360

export type PagePlace = { id: number; pageInFile: number }
export const keyOfPage = ({ id, pageInFile }: PagePlace) => `${id}.${pageInFile}`
/** A page made small; null where there is no picture of it. */
export type Thumbnails = ReadonlyMap<string, string | null>
type Call = ReturnType<typeof useCall>

/** Small pictures of many pages, made one after another: whole scans together would fill the memory. */
export function useThumbnails(pages: readonly PagePlace[]): Thumbnails {
  const call = useCall()
  const [made, setMade] = useState<Thumbnails>(new Map())
  const key = pages.map(keyOfPage).join(',')
  useEffect(() => {
    const stop = new AbortController()
    const urls: string[] = []
    async function makeAll() {
      for (const place of key === '' ? [] : key.split(',')) {
        const [id = 0, pageInFile = 1] = place.split('.').map(Number)
        const url = await thumbnail(call, { id, pageInFile }, stop.signal).catch(() => null)
        if (url) urls.push(url)
        if (stop.signal.aborted) break
        setMade((before) => new Map(before).set(place, url))
      }
      if (stop.signal.aborted) urls.forEach((url) => URL.revokeObjectURL(url))
    }
    setMade(new Map())
    void makeAll()
    return () => {
      stop.abort()
      urls.forEach((url) => URL.revokeObjectURL(url))
    }
  }, [call, key])
  return made
}

async function thumbnail(call: Call, place: PagePlace, signal: AbortSignal): Promise<string | null> {
  const answer = await call('preservation.showFile', { ...place, size: 'small' })
  const picture = answer.ok ? answer.value.picture : null
  if (!picture) return null
  const response = await fetch(`/file/${picture.token}`, { signal })
  if (!response.ok) return null
  const whole = await createImageBitmap(await response.blob())
  const share = Math.min(1, longestSide / Math.max(whole.width, whole.height))
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(whole.width * share)),
    Math.max(1, Math.round(whole.height * share)),
  )
  const drawing = canvas.getContext('2d')
  if (drawing) {
    drawing.imageSmoothingQuality = 'high'
    drawing.drawImage(whole, 0, 0, canvas.width, canvas.height)
  }
  whole.close()
  return URL.createObjectURL(await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 }))
}

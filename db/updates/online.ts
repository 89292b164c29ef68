import type { Dispatcher } from 'undici'
import { blockedBy, dispatcherFor, RoadBlocked } from '../sync/index.ts'
import { isNetworkAllowed } from './asking.ts'
import { longestHead, readHead, UpdateRefused, type Head, type UpdateSource } from './update-file.ts'

type Way = { address: string; proxy: string | null; signal: AbortSignal }
export type UpdateServer = {
  /** What lies there now; only its beginning is fetched. */
  head: () => Promise<Head>
  source: (head: Head) => UpdateSource
  close: () => Promise<void>
}

const silenceMs = 45_000

/** Any server that hands out one file: its beginning says what it is, and the rest is asked for from any byte on. */
export async function openUpdateServer({ address, proxy, signal }: Way): Promise<UpdateServer> {
  if (!isNetworkAllowed()) throw new RoadBlocked('not_allowed_here')
  const { request } = await import('undici')
  const dispatcher: Dispatcher = await dispatcherFor(proxy)
  async function* piecesFrom(offset: number, to?: number): AsyncGenerator<Uint8Array> {
    try {
      const { statusCode, body } = await request(address, {
        dispatcher,
        signal,
        headersTimeout: silenceMs,
        bodyTimeout: silenceMs,
        headers: { Range: `bytes=${offset}-${to === undefined ? '' : to - 1}` },
      })
      if (statusCode !== 206 && statusCode !== 200) {
        await body.dump()
        throw blockedByStatus(statusCode)
      }
      // A server that knows no ranges begins at the beginning.
      let skipped = statusCode === 206 ? offset : 0
      for await (const piece of body as AsyncIterable<Uint8Array>) {
        const dropped = Math.min(piece.length, Math.max(0, offset - skipped))
        skipped += dropped
        if (dropped < piece.length) yield piece.subarray(dropped)
      }
    } catch (error) {
      signal.throwIfAborted()
      throw blockedBy(error)
    }
  }
  return {
    async head() {
      const pieces: Uint8Array[] = []
      let length = 0
      for await (const piece of piecesFrom(0, longestHead)) {
        pieces.push(piece)
        if ((length += piece.length) >= longestHead) break
      }
      try {
        return readHead(Buffer.concat(pieces))
      } catch (error) {
        // A page that wants a sign-in answers in place of any server.
        if (error instanceof UpdateRefused && error.problem === 'not_an_update')
          throw new RoadBlocked('sign_in_page')
        throw error
      }
    },
    source: (head) => ({
      head: head.bytes,
      from: (offset) => wholeFrom(piecesFrom(head.bytes.length + offset), head.manifest.setup.size - offset),
    }),
    close: () => dispatcher.destroy(),
  }
}

/** What ends too early was cut off: what came of it stays, and the next asking goes on there. No server fills the disk. */
async function* wholeFrom(pieces: AsyncIterable<Uint8Array>, wanted: number): AsyncGenerator<Uint8Array> {
  let left = wanted
  for await (const piece of pieces) {
    yield piece.subarray(0, left)
    left -= Math.min(left, piece.length)
    if (left === 0) return
  }
  if (left > 0) throw new RoadBlocked('cut_off')
}

function blockedByStatus(status: number): RoadBlocked {
  if (status === 407) return new RoadBlocked('proxy_refused')
  if (status === 429) return new RoadBlocked('receiver_busy')
  if (status === 404 || status >= 500) return new RoadBlocked('receiver_fault', String(status))
  return new RoadBlocked('sign_in_page', String(status))
}

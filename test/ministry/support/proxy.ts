import { createServer, connect, type Socket } from 'node:net'

export type Line = {
  /** Of a hundred connections, so many are cut after a random number of bytes. */
  lossPercent: number
  /** In each direction; 0 is as fast as it goes. */
  bytesPerSecond: number
  random: () => number
}
export type Proxy = {
  url: string
  /** What went up and down the line, headers and all. */
  counts: { bytes: number; connections: number; cuts: number }
  close: () => Promise<void>
}

const tickMs = 20
/** An exchange of a package is about so long: a cut may fall anywhere in it. */
const longestExchange = 2500

/** A bad line to a receiver, on loopback: slow, and cut at any byte of either direction. */
export async function openProxy(target: string, line: Line): Promise<Proxy> {
  const { hostname, port } = new URL(target)
  const counts = { bytes: 0, connections: 0, cuts: 0 }
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    counts.connections++
    const isCut = line.random() * 100 < line.lossPercent
    let left = isCut ? Math.floor(line.random() * longestExchange) : Infinity
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => sockets.delete(socket))
    }
    function cut(): void {
      counts.cuts++
      near.destroy()
      far.destroy()
    }
    function passed(length: number): boolean {
      counts.bytes += length
      left -= length
      return left > 0
    }
    pass(near, far)
    pass(far, near)

    function pass(from: Socket, to: Socket): void {
      let sending: Promise<unknown> = Promise.resolve()
      from.on('data', (chunk: Buffer) => {
        from.pause()
        sending = slowly(chunk, to).then((isOpen) => (isOpen ? from.resume() : undefined))
      })
      // What was read is still on its way when its sender has said all.
      const end = () => void sending.then(() => to.end())
      from.on('end', end)
      from.on('close', end)
    }

    async function slowly(chunk: Buffer, to: Socket): Promise<boolean> {
      const atOnce =
        line.bytesPerSecond === 0 ? chunk.length : Math.ceil((line.bytesPerSecond * tickMs) / 1000)
      for (let at = 0; at < chunk.length; at += atOnce) {
        const part = chunk.subarray(at, Math.min(at + atOnce, at + Math.min(left, chunk.length)))
        to.write(part)
        if (!passed(part.length)) {
          cut()
          return false
        }
        if (line.bytesPerSecond > 0) await new Promise((resolve) => setTimeout(resolve, tickMs))
      }
      return true
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    counts,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

/** The same numbers for the same seed, so that a run can be had again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

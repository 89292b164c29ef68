import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

type Line = {
  port: number
  bytesPerSecond: number
  /** Of the connections, how many are cut, and by what chance: the same numbers make the same line. */
  cutShare: number
  seed: number
}

/** A line to a server on this PC that carries little and hangs up in the middle; it counts what it carries, both ways. */
export async function openBadLine({ port, bytesPerSecond, cutShare, seed }: Line) {
  const state = { bytes: 0, cuts: 0 }
  let last = seed
  const chance = () => (last = (last * 48_271) % 2_147_483_647) / 2_147_483_647
  const sliceMs = 50
  const slice = Math.max(1, Math.round((bytesPerSecond * sliceMs) / 1000))

  function carry(from: Socket, to: Socket, budget: { left: number }): void {
    let waiting = Buffer.alloc(0)
    let hasEnded = false
    from.on('data', (piece: Buffer) => (waiting = Buffer.concat([waiting, piece])))
    from.on('end', () => (hasEnded = true))
    from.on('error', () => to.destroy())
    const timer = setInterval(() => {
      const part = waiting.subarray(0, Math.min(slice, budget.left))
      waiting = waiting.subarray(part.length)
      budget.left -= part.length
      state.bytes += part.length
      if (part.length > 0 && to.writable) to.write(part)
      if (budget.left <= 0) {
        state.cuts++
        from.destroy()
        to.destroy()
      } else if (hasEnded && waiting.length === 0) to.end()
      else return
      clearInterval(timer)
    }, sliceMs)
    to.once('close', () => clearInterval(timer))
  }
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    sockets.add(near).add(far)
    const budget = { left: chance() < cutShare ? 1 + Math.floor(chance() * 1000) : Infinity }
    carry(near, far, budget)
    carry(far, near, budget)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    state,
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      sockets.forEach((socket) => socket.destroy())
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** While one piece is being written, one more waits at the writer's door and the next is read. */
const mostAhead = 2

/** Sends pieces in their order without waiting for each; what one of them fails with is said at the next one. */
export function sendAhead<Piece>(send: (piece: Piece) => Promise<void>) {
  const sent: Promise<void>[] = []
  return {
    async push(piece: Piece): Promise<void> {
      while (sent.length >= mostAhead) await sent.shift()
      const sending = send(piece)
      // Nobody may be waiting yet when it fails.
      sending.catch(() => undefined)
      sent.push(sending)
    },
    async end(): Promise<void> {
      while (sent.length > 0) await sent.shift()
    },
  }
}

/** The same for rows that come few at a time: they go on together, `atOnce` of them or a little more. */
export function sendRows<Row>(send: (rows: Row[]) => Promise<void>, atOnce: number) {
  const sent = sendAhead(send)
  let gathered: Row[] = []
  async function flush(): Promise<void> {
    const rows = gathered
    gathered = []
    if (rows.length > 0) await sent.push(rows)
  }
  return {
    async add(rows: readonly Row[]): Promise<void> {
      gathered.push(...rows)
      if (gathered.length >= atOnce) await flush()
    },
    async end(): Promise<void> {
      await flush()
      await sent.end()
    },
  }
}

/**
 * Sends pieces in their order: while one is being written the next is read, and more at the writer's door would only
 * weigh. What one of them fails with is said at the next one.
 */
export function sendAhead<Piece>(send: (piece: Piece) => Promise<void>) {
  let sending = Promise.resolve()
  return {
    async push(piece: Piece): Promise<void> {
      await sending
      sending = send(piece)
      // Nobody may be waiting yet when it fails.
      sending.catch(() => undefined)
    },
    end: () => sending,
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

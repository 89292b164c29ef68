/**
 * Rows asked for one after another may come in any order; only those asked for last are taken, and none after
 * `forget`. At once where they are here already, so that the screen follows the key.
 */
export function createNewestAnswer() {
  let newest = 0
  return {
    async take<Rows extends unknown[]>(
      rows: Rows | Promise<Rows>,
      onRows: (rows: Rows) => void,
    ): Promise<void> {
      newest += 1
      const mine = newest
      if (Array.isArray(rows)) return onRows(rows)
      try {
        const loaded = await rows
        if (mine === newest) onRows(loaded)
      } catch {
        // The list itself shows why its page is missing.
      }
    },
    forget() {
      newest += 1
    },
  }
}

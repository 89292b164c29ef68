/** Chromium cuts an element off at 33.5 million px; a longer list scrolls faster than it is drawn. */
export const maxHeightPx = 30_000_000

export type ScrollSpan = { rowCount: number; rowPx: number; viewPx: number }

function drawnPx({ rowCount, rowPx }: ScrollSpan): number {
  return Math.min(rowCount * rowPx, maxHeightPx)
}

/** How far the rows' own coordinates run ahead of the scroll bar's; 1 while the list fits. */
function stretch(span: ScrollSpan): number {
  const scrollable = drawnPx(span) - span.viewPx
  return scrollable > 0 ? Math.max(1, (span.rowCount * span.rowPx - span.viewPx) / scrollable) : 1
}

export function bodyHeightPx(span: ScrollSpan): number {
  return drawnPx(span)
}

/** Rows to draw for a scroll position, and where the first of them stands. */
export function visibleRows(
  scrollPx: number,
  span: ScrollSpan,
): { first: number; last: number; topPx: number } {
  const virtualPx = scrollPx * stretch(span)
  const margin = 6
  const first = Math.max(0, Math.floor(virtualPx / span.rowPx) - margin)
  const last = Math.min(span.rowCount - 1, Math.ceil((virtualPx + span.viewPx) / span.rowPx) + margin)
  return { first, last, topPx: first * span.rowPx - (virtualPx - scrollPx) }
}

/** The scroll position that shows a row: the present one where it is already in sight. */
export function scrollToRow(row: number, scrollPx: number, span: ScrollSpan): number {
  const factor = stretch(span)
  const virtualPx = scrollPx * factor
  const top = row * span.rowPx
  if (top < virtualPx) return top / factor
  const bottom = top + span.rowPx
  return bottom > virtualPx + span.viewPx ? (bottom - span.viewPx) / factor : scrollPx
}

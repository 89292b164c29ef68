/** Whoever signs in next begins at the first page, not where the last one left. */
export function beginAtFirstPage() {
  window.history.replaceState(null, '', '#/')
}

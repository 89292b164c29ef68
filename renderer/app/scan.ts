export type ScanState = { text: string; lastMs: number }

/** Scanners type a key in 5–30 ms; the quickest people need about 80. */
const betweenKeysMs = 50
const shortestCode = 6

/** Gathers fast keys; a scan is complete when Enter follows at the same pace. */
export function readScan(
  state: ScanState,
  key: string,
  atMs: number,
): { next: ScanState; scanned: string | null } {
  const isFast = atMs - state.lastMs <= betweenKeysMs
  if (key === 'Enter') {
    const isScan = isFast && state.text.length >= shortestCode
    return { next: { text: '', lastMs: 0 }, scanned: isScan ? state.text : null }
  }
  if (key === 'Shift') return { next: { ...state, lastMs: isFast ? atMs : state.lastMs }, scanned: null }
  if (!/^[\w.\-/ ]$/.test(key)) return { next: { text: '', lastMs: 0 }, scanned: null }
  return { next: { text: isFast ? state.text + key : key, lastMs: atMs }, scanned: null }
}

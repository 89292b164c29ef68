import { betweenKeysMs } from '../ui/keys.ts'

export type ScanState = { text: string; lastMs: number }
export const noScan: ScanState = { text: '', lastMs: 0 }

const shortestCode = 6
const isOfCode = (key: string) => /^[\p{L}\p{N}_.\-/ ]$/u.test(key)

type Read = { next: ScanState; isFurther: boolean; scanned: string | null }

/** Gathers fast keys, `isFurther` from the second on; a scan is complete when Enter follows at the same pace. */
export function readScan(state: ScanState, key: string, atMs: number): Read {
  const isFast = atMs - state.lastMs <= betweenKeysMs
  if (key === 'Enter') {
    const isScan = isFast && state.text.length >= shortestCode
    return { next: noScan, isFurther: false, scanned: isScan ? state.text : null }
  }
  if (key === 'Shift')
    return { next: { ...state, lastMs: isFast ? atMs : state.lastMs }, isFurther: false, scanned: null }
  const isFurther = isFast && state.text !== ''
  // No code begins with a space: alone it is a key of buttons and lists.
  if (!isOfCode(key) || (key === ' ' && !isFurther)) return { next: noScan, isFurther: false, scanned: null }
  return { next: { text: isFurther ? state.text + key : key, lastMs: atMs }, isFurther, scanned: null }
}

import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { isComposing, isTextField } from '../ui/keys.ts'
import { readScan, type ScanState } from './scan.ts'

/** A barcode read anywhere outside a text field goes to the catalogue's search. */
export function useScanner() {
  const navigate = useNavigate()
  useEffect(() => {
    let state: ScanState = { text: '', lastMs: 0 }
    function onKeyDown(event: KeyboardEvent) {
      if (isComposing(event) || isTextField(event.target) || event.ctrlKey || event.altKey || event.metaKey)
        return
      const { next, scanned } = readScan(state, event.key, event.timeStamp)
      state = next
      if (!scanned) return
      event.preventDefault()
      event.stopPropagation()
      void navigate(`/catalogue?text=${encodeURIComponent(scanned)}`)
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [navigate])
}

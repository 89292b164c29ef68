import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { isComposing, isTextField } from '../ui/keys.ts'
import { useEngine } from './engine.tsx'
import { readScan, type ScanState } from './scan.ts'

/** A code read anywhere outside a text field opens its copy; what names no one copy goes to the catalogue's search. */
export function useScanner() {
  const navigate = useNavigate()
  const { client } = useEngine()
  useEffect(() => {
    async function open(code: string) {
      const found = await client.copies.byCode({ code })
      const [copy, ...others] = found.ok ? found.value : []
      const isOne = copy !== undefined && others.length === 0
      void navigate(isOne ? `/copies/${copy.id}` : `/catalogue?text=${encodeURIComponent(code)}`)
    }
    let state: ScanState = { text: '', lastMs: 0 }
    function onKeyDown(event: KeyboardEvent) {
      if (isComposing(event) || isTextField(event.target) || event.ctrlKey || event.altKey || event.metaKey)
        return
      const { next, scanned } = readScan(state, event.key, event.timeStamp)
      state = next
      if (!scanned) return
      event.preventDefault()
      event.stopPropagation()
      void open(scanned)
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [navigate, client])
}

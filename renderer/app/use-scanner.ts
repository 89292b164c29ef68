import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { readShipmentCode } from '../../shared/rotation/rules.ts'
import { readJobCode } from '../../shared/digitization/rules.ts'
import { isComposing, isTextField } from '../ui/keys.ts'
import { useEngine } from './engine.tsx'
import { noScan, readScan } from './scan.ts'
import { isTaken } from './scan-taker.ts'

/**
 * A code read anywhere outside a text field opens its copy; one that several labels bear, as after two libraries were
 * merged, lists their copies; what names none goes to the catalogue's search. The slip of a document being digitized
 * opens its task, the square on a packing list its
 * shipment. In a search box that takes scans, it opens its copy too; what names none is left to the box.
 */
export function useScanner() {
  const navigate = useNavigate()
  const { client } = useEngine()
  useEffect(() => {
    async function open(code: string, instead: (isShared: boolean) => void) {
      const slip = readJobCode(code)
      if (slip !== null) return void navigate(`/digitization/jobs/desk?code=${slip}`)
      const shipmentId = readShipmentCode(code)
      if (shipmentId !== null) return void navigate(`/rotation/${shipmentId}`)
      const found = await client.copies.byCode({ code })
      const [copy, ...others] = found.ok ? found.value : []
      if (copy !== undefined && others.length === 0) void navigate(`/copies/${copy.id}`)
      else instead(others.length > 0)
    }
    let state = noScan
    let isWholeBox = false
    function onKeyDown(event: KeyboardEvent) {
      const box = scanBoxOf(event.target)
      if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return
      if (isTextField(event.target) && !box) return
      const { next, isFurther, scanned } = readScan(state, event.key, event.timeStamp)
      state = next
      if (next.text.length === 1) isWholeBox = box !== null && isReplaced(box)
      if (scanned && box && !isWholeBox) return
      // The first key of a scan looks like any other; of the rest no shortcut, list or button may hear.
      if (!scanned && (!isFurther || box)) return
      event.preventDefault()
      event.stopPropagation()
      if (!scanned || isTaken(scanned)) return
      void open(scanned, (isShared) => {
        const text = encodeURIComponent(isShared ? JSON.stringify({ text: scanned }) : scanned)
        if (box) pressEnter(box)
        else void navigate(isShared ? `/copies?filters=${text}` : `/catalogue?text=${text}`)
      })
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [navigate, client])
}

function scanBoxOf(target: EventTarget | null): HTMLInputElement | null {
  return target instanceof HTMLInputElement && target.matches('[data-scans]') ? target : null
}

/** Does the next key take the place of all that stands in the box? */
function isReplaced({ value, selectionStart, selectionEnd }: HTMLInputElement): boolean {
  return selectionStart === 0 && selectionEnd === value.length
}

function pressEnter(box: HTMLInputElement) {
  box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
}

import type { SheetFields } from '../../shared/labels/contract.ts'
import { labelsPerPage, placeOnSheet } from '../../shared/labels/rules.ts'

type Props = {
  sheet: SheetFields
  label: string
  /** From this place on the labels are there; 1 is the first. */
  startAt?: number
  /** So many of them will be printed. */
  count?: number
  onPick?: (place: number) => void
  nameOf?: (place: number) => string
}

/** A sheet seen from above: places used already, those that a run will fill, and the free ones. */
export function SheetPicture({ sheet, label, startAt = 1, count = 0, onPick, nameOf }: Props) {
  const { pageWidthMm, pageHeightMm, labelWidthMm, labelHeightMm } = sheet
  return (
    <svg
      className={onPick ? 'sheet-picture picks' : 'sheet-picture'}
      viewBox={`0 0 ${pageWidthMm} ${pageHeightMm}`}
      role="img"
      aria-label={label}
    >
      <rect className="sheet-page" width={pageWidthMm} height={pageHeightMm} />
      {Array.from({ length: labelsPerPage(sheet) }, (_, index) => {
        const { xMm, yMm } = placeOnSheet(sheet, index)
        const place = index + 1
        const state = place < startAt ? 'used' : place < startAt + count ? 'filled' : 'free'
        return (
          <rect
            key={place}
            className={`sheet-place ${state}`}
            x={xMm + 0.4}
            y={yMm + 0.4}
            width={Math.max(1, labelWidthMm - 0.8)}
            height={Math.max(1, labelHeightMm - 0.8)}
            rx={1}
            onClick={onPick && (() => onPick(place))}
          >
            {nameOf && <title>{nameOf(place)}</title>}
          </rect>
        )
      })}
    </svg>
  )
}

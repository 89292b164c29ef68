import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Drawing, LabelDesign, LabelElement } from '../../shared/labels/contract.ts'
import { DrawnParts } from './LabelDrawing.tsx'
import { moved, resized } from './design-edits.ts'

type Props = {
  design: LabelDesign
  drawing: Drawing | undefined
  at: number | null
  nameOf: (element: LabelElement) => string
  onPick: (at: number | null) => void
  onChange: (at: number, element: LabelElement) => void
  onRemove: (at: number) => void
}
type Grip = { at: number; element: LabelElement; x: number; y: number; isCorner: boolean }

const arrows: Partial<Record<string, [number, number]>> = {
  ArrowLeft: [-0.5, 0],
  ArrowRight: [0.5, 0],
  ArrowUp: [0, -0.5],
  ArrowDown: [0, 0.5],
}
const cornerMm = 1.6

/** The label in true proportions; its elements are taken hold of here, with the mouse or with the arrow keys. */
export function DesignCanvas({ design, drawing, at, nameOf, onPick, onChange, onRemove }: Props) {
  const { t } = useTranslation()
  const picture = useRef<SVGSVGElement>(null)
  const grip = useRef<Grip | null>(null)
  const { widthMm, heightMm, elements } = design

  function pointMm(event: PointerEvent): { x: number; y: number } {
    const matrix = picture.current?.getScreenCTM()
    if (!matrix) return { x: 0, y: 0 }
    return new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse())
  }
  function take(event: PointerEvent, index: number, isCorner: boolean) {
    const element = elements[index]
    if (!element) return
    event.stopPropagation()
    onPick(index)
    grip.current = { at: index, element, isCorner, ...pointMm(event) }
    picture.current?.setPointerCapture(event.pointerId)
  }
  function drag(event: PointerEvent) {
    const held = grip.current
    if (!held) return
    const { x, y } = pointMm(event)
    const by = { xMm: x - held.x, yMm: y - held.y }
    const how = held.isCorner ? resized : moved
    onChange(held.at, how(held.element, by, design))
  }
  function onKeyDown(event: KeyboardEvent, index: number) {
    const element = elements[index]
    const step = arrows[event.key]
    if (element && step) {
      event.preventDefault()
      const [xMm, yMm] = step
      onChange(index, (event.shiftKey ? resized : moved)(element, { xMm, yMm }, design))
    } else if (event.key === 'Delete') onRemove(index)
  }
  return (
    <svg
      ref={picture}
      className="design-canvas label-drawing"
      viewBox={`-1 -1 ${widthMm + 2} ${heightMm + 2}`}
      role="group"
      aria-label={t('labels.design.canvas')}
      onPointerDown={() => onPick(null)}
      onPointerMove={drag}
      onPointerUp={() => (grip.current = null)}
    >
      <rect className="label-paper" width={widthMm} height={heightMm} />
      {drawing && <DrawnParts drawing={drawing} />}
      {elements.map((element, index) => (
        <g key={index}>
          <rect
            className={index === at ? 'element-hold chosen' : 'element-hold'}
            x={element.xMm}
            y={element.yMm}
            width={element.widthMm}
            height={element.heightMm}
            tabIndex={0}
            role="button"
            aria-pressed={index === at}
            aria-label={nameOf(element)}
            onFocus={() => onPick(index)}
            onPointerDown={(event) => take(event, index, false)}
            onKeyDown={(event) => onKeyDown(event, index)}
          />
          {index === at && (
            <rect
              className="element-corner"
              x={element.xMm + element.widthMm - cornerMm / 2}
              y={element.yMm + element.heightMm - cornerMm / 2}
              width={cornerMm}
              height={cornerMm}
              onPointerDown={(event) => take(event, index, true)}
            />
          )}
        </g>
      ))}
    </svg>
  )
}

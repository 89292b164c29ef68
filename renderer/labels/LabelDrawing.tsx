import type { Drawing } from '../../shared/labels/contract.ts'
import { mmPerPt } from '../../shared/labels/rules.ts'

type Props = { drawing: Drawing; label: string }

/** Larger than on paper, where small letters are hard to read on a screen, as long as three stand side by side. */
const zoomOf = (widthMm: number) => (widthMm > 56 ? 1 : Math.min(1.5, 52 / widthMm))

/** A label as the engine draws it for the printer, in its own proportions. */
export function LabelDrawing({ drawing, label }: Props) {
  const { widthMm, heightMm } = drawing
  const zoom = zoomOf(widthMm)
  return (
    <svg
      className="label-drawing"
      viewBox={`0 0 ${widthMm} ${heightMm}`}
      width={`${widthMm * zoom}mm`}
      height={`${heightMm * zoom}mm`}
      role="img"
      aria-label={label}
    >
      <rect className="label-paper" width={widthMm} height={heightMm} />
      <DrawnParts drawing={drawing} />
    </svg>
  )
}

export function DrawnParts({ drawing: { rects, texts } }: { drawing: Drawing }) {
  return (
    <>
      {rects.map(({ xMm, yMm, widthMm, heightMm }, index) => (
        <rect key={index} x={xMm} y={yMm} width={widthMm} height={heightMm} />
      ))}
      {texts.map(({ xMm, yMm, widthMm, text, sizePt, isBold }, index) => (
        <text
          key={index}
          x={xMm}
          y={yMm}
          // As wide as the printer sets it, whatever letters this computer has.
          textLength={Math.max(0.1, widthMm)}
          lengthAdjust="spacingAndGlyphs"
          fontSize={sizePt * mmPerPt}
          fontWeight={isBold ? 700 : 400}
        >
          {text}
        </text>
      ))}
    </>
  )
}

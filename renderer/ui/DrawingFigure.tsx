import { pointsText, type Drawing, type Shape } from '../../shared/drawing.ts'

/** A chart as it also goes into papers, in the colours of the screen. */
export function DrawingFigure({ drawing: { width, height, title, shapes } }: { drawing: Drawing }) {
  return (
    <figure className="drawing">
      <figcaption className="soft small">{title}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
        {shapes.map((shape, at) => (
          <Drawn key={`${shape.kind}-${at}`} shape={shape} />
        ))}
      </svg>
    </figure>
  )
}

function Drawn({ shape }: { shape: Shape }) {
  switch (shape.kind) {
    case 'band':
      return (
        <rect x={shape.x} y={shape.top} width={shape.width} height={shape.bottom - shape.top}>
          <title>{shape.label}</title>
        </rect>
      )
    case 'bar':
      return (
        <rect className={shape.manner} x={shape.x} y={shape.y} width={shape.width} height={shape.height}>
          <title>{shape.label}</title>
        </rect>
      )
    case 'line':
      return <polyline className={shape.manner} points={pointsText(shape.points)} />
    case 'dot':
      return (
        <circle cx={shape.at[0]} cy={shape.at[1]} r="3.5">
          <title>{shape.label}</title>
        </circle>
      )
    case 'text':
      return (
        <text
          className={shape.isAside ? 'aside' : undefined}
          x={shape.at[0]}
          y={shape.at[1]}
          textAnchor={shape.anchor}
        >
          {shape.text}
        </text>
      )
  }
}

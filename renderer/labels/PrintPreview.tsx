import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Output } from '../app/operation-types.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Icon } from '../ui/icons.tsx'
import { Notice } from '../ui/Notice.tsx'
import { useNumberText } from '../ui/use-number-text.ts'
import { LabelDrawing } from './LabelDrawing.tsx'

type Preview = Output<'labels.preview'>
type Props = {
  preview: Preview | undefined
  isCards: boolean
  isLeavingOut: boolean
  onLeaveOut: (isLeavingOut: boolean) => void
}

/** The first labels as they will be printed, how much that is, and what cannot be printed. */
export function PrintPreview({ preview, isCards, isLeavingOut, onLeaveOut }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  if (!preview) return <EmptyState icon="tag" text={t('labels.preview.empty')} />
  const { labels, copies, pages, isFitted, waiting } = preview
  // Of wide labels two have room side by side.
  const drawings = preview.drawings.slice(0, (preview.drawings[0]?.widthMm ?? 0) > 56 ? 2 : 3)
  return (
    <div className="stack">
      <p className="large" role="status">
        {t(isCards ? 'labels.preview.cards' : 'labels.preview.amount', {
          count: labels,
          labels: number(labels),
          copies: number(copies),
          pages: number(pages),
        })}
      </p>
      {waiting > 0 && (
        <Notice text={t('labels.preview.waiting', { count: waiting, shown: number(waiting) })} />
      )}
      {isFitted && <Notice text={t('labels.preview.fitted')} />}
      <div className="label-samples">
        {drawings.map((drawing, index) => (
          <LabelDrawing
            key={index}
            drawing={drawing}
            label={t('labels.preview.label', {
              number: index + 1,
              text: drawing.texts.map(({ text }) => text).join(', '),
            })}
          />
        ))}
      </div>
      {labels > drawings.length && drawings.length > 0 && (
        <p className="soft small">{t('labels.preview.first', { count: drawings.length })}</p>
      )}
      {preview.problemCount > 0 && (
        <Problems preview={preview} isLeavingOut={isLeavingOut} onLeaveOut={onLeaveOut} />
      )}
    </div>
  )
}

/** Copies whose code no reader would read back; each can be opened and put right. */
function Problems({ preview, isLeavingOut, onLeaveOut }: Omit<Props, 'isCards'> & { preview: Preview }) {
  const { t } = useTranslation()
  const number = useNumberText()
  const { problems, problemCount } = preview
  const rest = problemCount - problems.length
  return (
    <section className="notice bad label-problems" aria-label={t('labels.preview.problems')}>
      <Icon name="warning" />
      <div className="text stack tight">
        <strong>
          {t('labels.preview.problemCount', { count: problemCount, shown: number(problemCount) })}
        </strong>
        <ul className="dotted">
          {problems.map(({ copyId, name, code, problem }, index) => (
            <li key={index}>
              {copyId === null ? name : <Link to={`/copies/${copyId}`}>{name}</Link>}
              {': '}
              {t(`labels.problems.${problem}`, { code })}
            </li>
          ))}
        </ul>
        {rest > 0 && (
          <p className="small">{t('labels.preview.more', { count: rest, shown: number(rest) })}</p>
        )}
        <label className="check">
          <input
            type="checkbox"
            checked={isLeavingOut}
            onChange={(event) => onLeaveOut(event.target.checked)}
          />
          <span>{t('labels.preview.leaveOut', { count: problemCount, shown: number(problemCount) })}</span>
        </label>
      </div>
    </section>
  )
}

import { useTranslation } from 'react-i18next'
import type { Output } from '../app/operation-types.ts'
import { useNumberText } from '../ui/use-number-text.ts'

type Props = {
  preview: Output<'catalogue.previewMerge'>
  takesOver: boolean
  onTakesOver: (takesOver: boolean) => void
}

const movedKinds = ['copies', 'issues', 'classes', 'articles'] as const

/** What moves, and which fields the record that stays would gain. */
export function MergeConsequence({ preview, takesOver, onTakesOver }: Props) {
  const { t } = useTranslation()
  const number = useNumberText()
  const moved = movedKinds.filter((kind) => preview.moved[kind] > 0)
  return (
    <>
      <p>
        {moved.length === 0
          ? t('catalogue.merge.movesNothing')
          : t('catalogue.merge.moves', {
              what: moved
                .map((kind) => t(`catalogue.merge.moved.${kind}`, { shown: number(preview.moved[kind]) }))
                .join(', '),
            })}
      </p>
      {preview.takenOver.length > 0 && (
        <>
          <label className="check">
            <input
              type="checkbox"
              checked={takesOver}
              onChange={(event) => onTakesOver(event.target.checked)}
            />
            {t('catalogue.merge.takesOver', { shown: number(preview.takenOver.length) })}
          </label>
          {takesOver && (
            <ul className="merge-fields">
              {preview.takenOver.map(({ fromId, tag, text }) => (
                <li key={`${fromId} ${tag} ${text}`}>
                  <span className="mono">{tag}</span> {text}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </>
  )
}

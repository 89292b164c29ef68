import { useTranslation } from 'react-i18next'
import { EntryGrid } from '../ui/EntryGrid.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { SourceProps } from './SourceFields.tsx'
import { blankCard, cardKeys, cardProblems, readCards } from './wanted.ts'

const widths = { personName: 122, cardNumber: 84, unit: 84, validUntil: 76 }
const mostCards = 1000

/** Readers are typed or pasted here for as long as the page is open, and are kept nowhere. */
export function CardList({ wanted: { cards }, onChange }: SourceProps) {
  const { t } = useTranslation()
  const { lacking } = readCards(cards)
  return (
    <>
      <Notice text={t('labels.print.cardsHint')} />
      <div className="card-list">
        <EntryGrid
          label={t('labels.print.cards')}
          columns={cardKeys.map((key) => ({
            key,
            label: t(`labels.fields.${key}`),
            widthPx: widths[key],
            isRequired: key === 'personName' || key === 'cardNumber',
          }))}
          rows={cards}
          onChange={(rows) => onChange((now) => ({ ...now, cards: rows }))}
          problems={cardProblems(lacking, (key) =>
            t('labels.print.cardLacks', { field: t(`labels.fields.${key}`) }),
          )}
          newRow={() => blankCard}
          mayRemoveRows
          maxRows={mostCards}
        />
      </div>
    </>
  )
}

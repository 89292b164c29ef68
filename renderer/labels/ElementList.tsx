import { useTranslation } from 'react-i18next'
import type { LabelDesign, LabelElement, LabelKind } from '../../shared/labels/contract.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { elementTypes, newElement } from './design-edits.ts'
import type { Edits } from './TemplatePage.tsx'

type Props = {
  design: LabelDesign
  at: number | null
  kind: LabelKind
  nameOf: (element: LabelElement) => string
  onPick: (at: number) => void
  edit: Edits
}
const mostElements = 30

/** The elements by name, to choose what lies under another; and buttons that add one. */
export function ElementList({ design, at, kind, nameOf, onPick, edit }: Props) {
  const { t } = useTranslation()
  const isFull = design.elements.length >= mostElements
  return (
    <section className="stack tight" aria-label={t('labels.design.elements')}>
      <h2>{t('labels.design.elements')}</h2>
      <ul className="element-list">
        {design.elements.map((element, index) => (
          <li key={index}>
            <button type="button" aria-pressed={index === at} onClick={() => onPick(index)}>
              {nameOf(element)}
            </button>
            <IconButton
              icon="close"
              label={t('labels.design.remove', { name: nameOf(element) })}
              onClick={() => edit.remove(index)}
            />
          </li>
        ))}
      </ul>
      <div className="row">
        {elementTypes.map((type) => (
          <Button
            key={type}
            icon="add"
            disabled={isFull}
            onClick={() => edit.add(newElement(type, kind, design))}
          >
            {t(`labels.design.types.${type}`)}
          </Button>
        ))}
      </div>
    </section>
  )
}

import { useTranslation } from 'react-i18next'
import type { LabelElement } from '../../shared/labels/contract.ts'
import { shownText } from './field-words.ts'

/** An element by what it says: a text by its words, a code by its field. */
export function useElementName(): (element: LabelElement) => string {
  const { t } = useTranslation()
  return (element) => {
    const type = t(`labels.design.types.${element.type}`)
    if (element.type === 'box') return type
    const said =
      element.type === 'text'
        ? shownText(element.text, (field) => t(`labels.fields.${field}`)).replace(/\n/g, ' ')
        : t(`labels.fields.${element.field}`)
    return t('labels.design.element', { type, said })
  }
}

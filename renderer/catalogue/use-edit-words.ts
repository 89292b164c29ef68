import { useTranslation } from 'react-i18next'
import type { TitleEdit } from '../../shared/catalogue/contract.ts'
import { useTermName } from '../settings/index.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { subfieldText } from './marc-rows.ts'

/** A change to many titles, in one sentence. */
export function useEditWords(): (edit: TitleEdit) => string {
  const { t } = useTranslation()
  const languageName = useTermName('language')
  function valueWords(field: string, value: string): string {
    if (value === '') return t('journal.rows.blank')
    if (field === 'language') return languageName(value)
    const list = { material: 'materials', digitalOrigin: 'digitalOrigins' }[field]
    return list ? t(runtimeKey(`catalogue.${list}.${value}`), { defaultValue: value }) : value
  }
  return (edit) => {
    switch (edit.kind) {
      case 'set':
        return t('catalogue.edits.words.set', {
          field: t(`catalogue.fields.${edit.field}`),
          value: valueWords(edit.field, edit.value),
        })
      case 'replace':
        return t('catalogue.edits.words.replace', {
          field: t(`catalogue.fields.${edit.field}`),
          find: edit.find,
          replacement: edit.replacement,
        })
      case 'add_heading':
      case 'remove_heading':
        return t(`catalogue.edits.words.${edit.kind}`, {
          field: t(`catalogue.fields.${edit.field}`),
          heading: edit.heading,
        })
      case 'add_marc':
        return t('catalogue.edits.words.add_marc', {
          tag: edit.marc.tag,
          subfields: subfieldText(edit.marc.subfields),
        })
      case 'remove_marc':
        return t('catalogue.edits.words.remove_marc', { tag: edit.tag })
    }
  }
}

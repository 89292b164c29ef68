import { useTranslation } from 'react-i18next'
import type { CopyRule, CopySubfields } from '../../shared/interchange/copy-rule.ts'
import { runtimeKey } from '../../shared/texts.ts'

/** The rule in a sentence: “Mỗi trường 952 là một bản: Số ĐKCB ở $i hoặc $p; Kho ở $c”. */
export function useCopyRuleWords(): (rule: CopyRule) => string {
  const { t } = useTranslation()
  const codes = (text: string) =>
    text
      .split('|')
      .map((each) => [...each].map((code) => `$${code}`).join(''))
      .join(` ${t('interchange.copyRule.or')} `)
  const places = (subfields: CopySubfields) =>
    Object.entries(subfields)
      .map(([place, text]) =>
        t('interchange.copyRule.place', {
          place: t(runtimeKey(`interchange.targets.${place}`)),
          codes: codes(text ?? ''),
        }),
      )
      .join('; ')
  return ({ tags, subfields, items }) =>
    [
      t('interchange.copyRule.each', { tags: tags.join(', '), places: places(subfields) }),
      items &&
        t('interchange.copyRule.items', { tags: items.tags.join(', '), places: places(items.subfields) }),
    ]
      .filter(Boolean)
      .join(' ')
}

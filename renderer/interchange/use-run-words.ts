import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportRun, MatchRule } from '../../shared/interchange/contract.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { numberStyle } from '../ui/numbers.ts'
import { formatSize } from '../ui/sizes.ts'

/** The words of files, encodings, rules and problems as people read them. */
export function useRunWords() {
  const { t, i18n } = useTranslation()
  return useMemo(() => {
    const coded = (list: string, code: string) =>
      t(runtimeKey(`interchange.${list}.${code}`), { defaultValue: code })
    return {
      size: (bytes: number) => formatSize(bytes, numberStyle(i18n.language)),
      kind: (kind: string) => coded('kinds', kind),
      encoding: (encoding: string) => coded('encodings', encoding),
      rule: (rule: MatchRule) =>
        rule.by === 'field'
          ? t('interchange.rules.field', { tag: rule.tag, code: rule.code })
          : t(`interchange.rules.${rule.by}`),
      /** By a rule's name alone, as a line of a run keeps it. */
      ruleName: (by: string) =>
        by === 'field' ? t('interchange.rules.anyField') : coded('rules', by),
      problem: (code: string) => coded('problems', code),
      files: (files: ImportRun['files']) => files.map(({ name }) => name).join('; '),
    }
  }, [t, i18n.language])
}

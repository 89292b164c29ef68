import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportRun, MatchRule } from '../../shared/interchange/contract.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { numberStyle } from '../ui/numbers.ts'
import { formatSize } from '../ui/sizes.ts'

const shownNames = 3

/** The words of files, encodings, rules and problems as people read them. */
export function useRunWords() {
  const { t, i18n } = useTranslation()
  return useMemo(() => {
    const problem = (code: string) =>
      t(runtimeKey(`interchange.problemNames.${code}`), { defaultValue: code })
    return {
      size: (bytes: number) => formatSize(bytes, numberStyle(i18n.language)),
      kind: (kind: string) => t(runtimeKey(`interchange.kinds.${kind}`), { defaultValue: kind }),
      encoding: (encoding: string) =>
        t(runtimeKey(`interchange.encodings.${encoding}`), { defaultValue: encoding }),
      rule: (rule: MatchRule) =>
        rule.by === 'field'
          ? t('interchange.rules.field', { tag: rule.tag, code: rule.code })
          : t(`interchange.rules.${rule.by}`),
      /** By a rule's name alone, as a line of a run keeps it. */
      ruleName: (by: string) =>
        by === 'field'
          ? t('interchange.rules.anyField')
          : t(runtimeKey(`interchange.rules.${by}`), { defaultValue: by }),
      /** A problem by its kind. */
      problem,
      /** A problem with what it is about: a sentence of its own, or its kind and the place. */
      problemText: ({ code, detail }: { code: string; detail: string }) =>
        t(runtimeKey(`interchange.problems.${code}`), {
          detail,
          defaultValue: t(runtimeKey(`interchange.sources.${code}`), {
            file: detail,
            defaultValue: [problem(code), detail].filter(Boolean).join(' · '),
          }),
        }),
      files(files: ImportRun['files']): string {
        const names = files.slice(0, shownNames).map(({ name }) => name)
        const more = files.length - names.length
        return [...names, ...(more > 0 ? [t('interchange.files.more', { count: more })] : [])].join('; ')
      },
    }
  }, [t, i18n.language])
}

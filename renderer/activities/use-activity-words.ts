import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActivityType, FieldOfType } from '../../shared/activities/contract.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { useQuery } from '../app/operations.ts'
import type { Option } from '../ui/Select.tsx'

/** The types as the library has them, and the words of them and of their fields. */
export function useActivityWords() {
  const { t } = useTranslation()
  const types = useQuery('activities.types', {}).value
  return useMemo(() => {
    const byCode = new Map((types ?? []).map((type) => [type.code, type]))
    const programName = (code: string) => t(runtimeKey(`activities.types.${code}`))
    const typeName = (code: string) => byCode.get(code)?.name || (byCode.get(code) ? programName(code) : code)
    return {
      types: types ?? [],
      typeOf: (code: string): ActivityType | undefined => byCode.get(code),
      typeName,
      programName,
      /** What is offered; one that is hidden stays with the records that have it. */
      typeOptions: (kept: string): Option[] =>
        (types ?? [])
          .filter(({ isHidden, code }) => !isHidden || code === kept)
          .map(({ code, group }) => ({
            value: code,
            label: typeName(code),
            hint: t(`activities.groups.${group}`),
          })),
      fieldLabel: ({ key, label }: Pick<FieldOfType, 'key' | 'label'>) =>
        label || t(runtimeKey(`activities.typeFields.${key}`)),
      choiceLabel: ({ isOwn }: Pick<FieldOfType, 'isOwn'>, choice: string) =>
        isOwn ? choice : t(runtimeKey(`activities.choices.${choice}`)),
    }
  }, [types, t])
}

export type ActivityWords = ReturnType<typeof useActivityWords>

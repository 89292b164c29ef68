import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { runtimeKey } from '../../shared/texts.ts'

/** What a person would call it, where it has such a name; whoever helps needs the program's own beside it. */
export function useWorkName(): (operation: string) => string {
  const { t } = useTranslation()
  return useCallback(
    (operation) => {
      const name = t(runtimeKey(operation.replace('.', '.operations.')), { defaultValue: '' })
      return name === '' ? operation : `${name} (${operation})`
    },
    [t],
  )
}

import { useTranslation } from 'react-i18next'
import { runtimeKey, type TextKey } from '../../shared/texts.ts'

/** What an operation is called on screen, by `<module>.operations.<name>`. */
export function useOperationName(otherwise: TextKey = 'shell.status.working'): (operation: string) => string {
  const { t } = useTranslation()
  return (operation) => t([runtimeKey(operation.replace('.', '.operations.')), otherwise])
}

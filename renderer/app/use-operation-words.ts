import { useTranslation } from 'react-i18next'
import { runtimeKey } from '../../shared/texts.ts'

/** What an operation is called on screen, by `<module>.operations.<name>`: `sửa nhan đề`. */
export function useOperationWords() {
  const { t } = useTranslation()
  /** An older program may have left entries of operations that are gone. */
  const act = (operation: string) =>
    t([runtimeKey(operation.replace('.', '.operations.')), 'engine.otherOperation'], { operation })
  return {
    /** Inside a sentence. */
    act,
    /** By itself: a choice in a list, a heading. */
    name: (operation: string) => capitalised(act(operation)),
    /** While it runs. */
    running: (operation: string) => capitalised(t('shell.status.running', { what: act(operation) })),
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

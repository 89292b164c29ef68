import { useCallback, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { reachOf } from '../../shared/lan/rules.ts'
import { WhyNotContext } from '../ui/why-not.ts'
import { useServed } from './about.ts'

/** On another PC, what is done at the serving PC alone says so before anybody tries it. */
export function ServedActs({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const server = useServed()?.server
  const whyNot = useCallback(
    (operation: string | undefined) =>
      server !== undefined && operation !== undefined && reachOf(operation) === 'serving_pc'
        ? t('shell.served.onlyThere', { server })
        : null,
    [server, t],
  )
  return <WhyNotContext value={whyNot}>{children}</WhyNotContext>
}

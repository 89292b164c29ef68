import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure as FailureFact } from '../../shared/contract.ts'
import { runtimeKey } from '../../shared/texts.ts'
import { Icon } from './icons.tsx'
import { shownDetails } from './shown-details.ts'

export type OperationFailure<Code extends string = string> = FailureFact<Code> & { operation: string }

/** The words of a refusal: the operation's own first, then the common ones. */
export function useFailureText() {
  const { t } = useTranslation()
  return ({ operation, code, details }: OperationFailure): string =>
    t(
      [
        runtimeKey(`${operation.split('.')[0]}.errors.${code}`),
        runtimeKey(`common.errors.${code}`),
        'common.errors.internal',
      ],
      shownDetails(details),
    )
}

/** The only way an error is shown: what happened, why, what to do next, and a code in small type. */
export function Failure({
  of: failure,
  children,
}: {
  of: OperationFailure | null | undefined
  children?: ReactNode
}) {
  const text = useFailureText()
  if (!failure) return null
  const { logId } = failure.details
  return (
    <div className="notice bad" role="alert">
      <Icon name="warning" />
      <div className="text">
        <div>{text(failure)}</div>
        <div className="code">
          {failure.operation} · {failure.code}
          {typeof logId === 'string' && ` · ${logId}`}
        </div>
      </div>
      {children}
    </div>
  )
}

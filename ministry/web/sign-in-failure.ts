import type { OperationFailure } from '../../renderer/ui/Failure.tsx'

/** Where a password is asked for, a refused signature is a wrong password. */
export function asSignIn(failure: OperationFailure | null): OperationFailure | null {
  return failure?.code === 'wrong_signature' ? { ...failure, code: 'wrong_password' } : failure
}

import type { Session } from '../../shared/rotation/contract.ts'

export function placeOf({ pointName, place }: Pick<Session, 'pointName' | 'place'>): string {
  return [pointName ?? '', place].filter((part) => part !== '').join(', ')
}

import { useRef } from 'react'
import type { Point, PointFields } from '../../shared/network/contract.ts'
import { useCommand } from '../app/operations.ts'

/** A point as its form saves it: what looks like one that is there already is asked about, and saved once more. */
export function useSavingPoint(point: Point | null) {
  const add = useCommand('network.addPoints')
  const update = useCommand('network.updatePoint')
  const asked = useRef<string | null>(null)
  async function save(fields: PointFields) {
    const given = JSON.stringify(fields)
    const accepted = asked.current === given ? (['same_name'] as const) : []
    const answer = point
      ? await update.run({ ...fields, accepted: [...accepted], id: point.id, rev: point.rev })
      : await add.run({ rows: [fields], accepted: [...accepted] })
    asked.current = !answer.ok && answer.error.code === 'same_name' ? given : null
    return answer
  }
  return { save, command: point ? update : add }
}

/** As new rows of a point that is entered once more. */
export function asNew({ identities, figures, ...fields }: PointFields): PointFields {
  const without = <Fact extends { id: number | null }>(facts: readonly Fact[]) =>
    facts.map((fact) => ({ ...fact, id: null }))
  return { ...fields, identities: without(identities), figures: without(figures) }
}

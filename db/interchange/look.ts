import type { SpecOf } from '../../shared/contracts.ts'
import type { JobHandler } from '../context.ts'
export const look: JobHandler<SpecOf<'interchange.look'>, never> = {
  async run() {
    throw new Error('')
  },
}

import type { QueriesOf } from '../context.ts'
import { squareOf } from '../documents/index.ts'
import { certificateFacts, keptWish, namesHere } from '../host/lan/kept.ts'

export const queries: QueriesOf<'lan'> = {
  async standing(_, { dataDir, askDoor }) {
    const closed = { state: 'shut' as const, ...namesHere(), seats: [], refused: [] }
    const standing = (await askDoor()) ?? closed
    return { ...standing, ...keptWish(dataDir), certificate: certificateFacts(dataDir) }
  },

  async square({ address }) {
    const { picture } = await squareOf(address)
    return { picture: `data:image/png;base64,${Buffer.from(picture).toString('base64')}` }
  },
}

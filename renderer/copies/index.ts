export { copiesAddress } from './copies-address.ts'
export { isLive } from './copy-groups.ts'
export { placeKey, readPlace, usePlaces } from './use-places.ts'

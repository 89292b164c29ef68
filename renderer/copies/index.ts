export { copiesAddress } from './copies-address.ts'
export { isLive } from './copy-groups.ts'
